// WordPress as Debian has it, for the length of a test: its own database, its own server, nothing of it reaches out.
import { spawn } from "node:child_process";
import * as fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { freePort } from "../../support/free-port.js";
import { end } from "../../support/x-display.js";
import { root } from "./front.js";
import { run } from "./projects.js";

const fetched = path.join(root, "build/wordpress/usr/share/wordpress");

/** @returns {Promise<string>} what is missing for it here, else "" */
export async function missingForWordPress() {
  const has = (/** @type {string} */ program) => run("sh", ["-c", `command -v ${program}`], { cwd: root }).then(() => true, () => false);
  if (!await fs.access(fetched).then(() => true, () => false)) return "WordPress is not in build/wordpress/: ./dev prepare wordpress";
  for (const program of ["php", "mariadbd"]) if (!await has(program)) return `there is no ${program}`;
  return "";
}

const config = `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('DATABASE')); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) { define($name . '_KEY', $name); define($name . '_SALT', $name); }
define('WP_HOME', getenv('HOME_URL')); define('WP_SITEURL', getenv('HOME_URL'));
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** Installs it, and does what \`$argv[1]\` says then. */
const install = `<?php
error_reporting(E_ERROR);
$db = new mysqli('localhost', 'root', '', '', 0, getenv('DATABASE'));
$db->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('HOME_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('HOME_URL'), PHP_URL_PORT);
function wp_new_blog_notification() {}
require __DIR__ . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install('Newsroom', 'editor', 'editor@example.com', true, '', 'password');
switch_theme('twentytwentythree');
update_option('show_avatars', 0);
$error = activate_plugin('article-viewer/article-viewer.php');
if (is_wp_error($error)) { fwrite(STDERR, $error->get_error_message()); exit(1); }
`;

/** Resolves once a program's output holds the text. @param {import("node:child_process").ChildProcess} child @param {string} text */
const says = (child, text) => new Promise((resolve, reject) => {
  let said = "";
  const late = setTimeout(() => reject(new Error(`no "${text}" after 30 s:\n${said}`)), 30_000);
  const done = (/** @type {(value?: any) => void} */ settle, /** @type {any} */ value) => { clearTimeout(late); settle(value); };
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => {
    said += data;
    if (said.includes(text)) done(resolve, null);
  });
  child.on("error", (error) => done(reject, error));
  child.on("exit", () => done(reject, new Error(`it ended:\n${said}`)));
});

/**
 * Starts it with the plugin, activated, and one page.
 * @param {string} plugin a folder @param {string} content the page's
 * @returns {Promise<{origin: string, version: string, page: string, editor: string, folder: string, stop: () => Promise<void>}>}
 */
export async function startWordPress(plugin, content) {
  const scratch = await fs.mkdtemp(path.join(os.tmpdir(), "article-viewer-wordpress-"));
  const [folder, data, socket] = ["site", "data", "socket"].map((name) => path.join(scratch, name));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { HOME_URL: origin, DATABASE: socket, CONTENT: content };
  await run("cp", ["-rL", fetched, folder], { cwd: scratch }).catch(() => {});  // links to what it does not need here
  await fs.cp(plugin, path.join(folder, "wp-content/plugins/article-viewer"), { recursive: true });
  await fs.writeFile(path.join(folder, "wp-config.php"), config);
  await fs.writeFile(path.join(folder, "install.php"), `${install}
echo get_bloginfo('version'), "\\n", wp_insert_post(wp_slash(['post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Page', 'post_content' => getenv('CONTENT')]));`);
  await fs.mkdir(data);
  /** @type {import("node:child_process").ChildProcess[]} */
  const children = [];
  const start = async (/** @type {string} */ program, /** @type {string[]} */ args, /** @type {string} */ text) => {
    const child = spawn(program, args, { cwd: scratch, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    children.push(child);
    await says(child, text);
  };
  const stop = async () => {
    for (const child of children.reverse()) await end(child);
    await fs.rm(scratch, { recursive: true, force: true });
  };
  try {
    await start("mariadbd", ["--no-defaults", `--datadir=${data}`, `--user=${os.userInfo().username}`, "--skip-grant-tables", "--skip-networking", `--socket=${socket}`], "ready for connections");
    const [version, page] = (await run("php", ["-d", "display_errors=0", "-d", "log_errors=0", path.join(folder, "install.php")], { cwd: scratch, env })).trim().split("\n").slice(-2);
    await fs.rm(path.join(folder, "install.php"));
    await start("php", ["-d", "display_errors=0", "-S", `127.0.0.1:${port}`, "-t", folder], "started");
    return { origin, version, page: `${origin}/?page_id=${page}`, editor: `/wp-admin/post.php?post=${page}&action=edit`, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
