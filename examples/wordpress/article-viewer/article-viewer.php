<?php
/**
 * Plugin Name: Article viewer
 * Description: A block that shows an article of its JSON document.
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * Version: 1.0.0
 * License: MIT
 */

if (!defined('ABSPATH')) exit;

// The files of dist/ lie in viewer/. The block's script is loaded where a page or the editor has such a block.
add_action('init', function () {
	wp_register_script('article-viewer', plugins_url('viewer/article-viewer.js', __FILE__), [], null, true);
	register_block_type(__DIR__);
});

// It is a module.
add_filter('script_loader_tag', function ($tag, $handle) {
	return $handle === 'article-viewer' ? str_replace(' src=', ' type="module" src=', preg_replace('/ type=([\'"]).*?\1/', '', $tag)) : $tag;
}, 10, 2);
