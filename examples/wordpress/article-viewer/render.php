<?php
/** @var array $attributes What the editor has set. Without script the link stands. */
if (!defined('ABSPATH') || $attributes['src'] === '') return;
$src = esc_url($attributes['src']);
printf(
	'<div %s><article-viewer src="%s" theme="%s"><a href="%s">%s</a></article-viewer></div>',
	get_block_wrapper_attributes(),
	$src,
	esc_attr($attributes['theme']),
	$src,
	esc_html($attributes['title'] !== '' ? $attributes['title'] : $attributes['src'])
);
