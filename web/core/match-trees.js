import { Change, Role } from "./semantic-tree.js";

/**
 * Which nodes of an article's tree were which ones of the tree that it had before it
 * was loaded again: what reads the same is the same.
 *
 * @typedef {import("./semantic-tree.js").SemanticNode} SemanticNode
 * @typedef {Map<SemanticNode, SemanticNode>} Pairs each node that was there before, by what it is now
 * @typedef {{nodes: SemanticNode[], kinds: string[], prints: (number | string)[], gists: (number | string)[],
 *   children: (index: number) => SemanticNode[]}} Tree `kinds`: what elements are made for; `prints`: the same where a node and all that is in it reads the
 *   same; `gists`: where its links and longest text do, be its numbers and times others
 */

/** @param {SemanticNode} node */
const kindOf = ({ role, part, look, level, icon, action, url, text, name }) =>
  [role, part, look, level, icon, action, role === Role.Link && !url, !text, role === Role.Slot && name].join();

/** All that the layer writes of a node of one kind, beside its place. */
const meaning = /** @type {const} */ (["hidden", "selected", "disabled", "decorative", "rtl", "whole", "round", "fill", "kind",
  "text", "name", "url", "language", "datetime", "fontSize", "lineHeight", "bold", "headline", "plainLinks", "tone", "asleep"]);
const geometry = /** @type {const} */ (["scroller", "x", "y", "width", "height"]);

/**
 * What of a node differs from what is written of the one that it was.
 * @param {SemanticNode} node @param {SemanticNode} was of the same kind @returns {number}
 */
function changesOf(node, was) {
  const differs = (/** @type {readonly (keyof SemanticNode)[]} */ names, /** @type {"ranges" | "block"} */ more) =>
    names.some((name) => node[name] !== was[name]) || JSON.stringify(node[more]) !== JSON.stringify(was[more]);
  return was.changes | (differs(meaning, "ranges") ? Change.Meaning : 0) | (differs(geometry, "block") ? Change.Geometry : 0);
}

/** @template K, V @param {Map<K, V[]>} lists @param {K} key @param {V} value */
function push(lists, key, value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * The name of what has content says what that says, or counts it.
 * @param {SemanticNode[]} nodes @param {Map<string, number>} known @returns {Tree}
 */
function treeOf(nodes, known) {
  /** @type {Map<number, SemanticNode[]>} */
  const children = new Map();
  for (const node of nodes) push(children, node.parent, node);
  const kinds = nodes.map(kindOf);
  /** @type {(number | string)[]} */
  const prints = [];
  /** @type {{urls: string, longest: string}[]} */
  const said = [];
  /** @type {(number | string)[]} */
  const gists = [];
  for (let i = nodes.length - 1; i >= 0; --i) {
    const within = children.get(i);
    const inside = within?.map(({ index }) => prints[index]);
    const { text, name, url, datetime, asleep } = nodes[i];
    const content = [kinds[i], text, asleep, inside ?? name, url, datetime].join("\0");
    if (!known.has(content)) known.set(content, known.size);
    prints[i] = /** @type {number} */ (known.get(content));
    const all = [{ urls: url, longest: text }, ...within?.map(({ index }) => said[index]) ?? []];
    said[i] = { urls: all.map((one) => one.urls).join(" "),
      longest: all.reduce((most, one) => one.longest.length > most.length ? one.longest : most, "") };
    gists[i] = inside && said[i].longest ? [kinds[i], said[i].urls, said[i].longest].join("\0") : prints[i];
  }
  return { nodes, kinds, prints, gists, children: (index) => children.get(index) ?? [] };
}

/**
 * The most pairs of places that go up on both sides.
 * @param {[number, number][]} pairs by the first place @returns {[number, number][]}
 */
function longestRun(pairs) {
  /** @type {{pair: [number, number], before: any}[]} the run of each length with the least end */
  const runs = [];
  for (const pair of pairs) {
    let low = 0;
    for (let high = runs.length; low < high;) {
      const middle = low + high >> 1;
      if (runs[middle].pair[1] < pair[1]) low = middle + 1;
      else high = middle;
    }
    runs[low] = { pair, before: runs[low - 1] ?? null };
  }
  const run = [];
  for (let at = runs.at(-1); at; at = at.before) run.push(at.pair);
  return run.reverse();
}

/**
 * Pairs what reads the same, wherever it stands now, and what is of one kind and stands between the same.
 * @param {Tree} before @param {Tree} after @param {number} was parents in each @param {number} is @param {Pairs} pairs
 * @returns {boolean} whether some stand in another order
 */
function pairChildren(before, after, was, is, pairs) {
  const old = before.children(was);
  const now = after.children(is);
  /** @type {[number, number][]} places in `now` and `old` */
  const same = [];
  const taken = new Set();
  for (const by of /** @type {const} */ (["prints", "gists"])) {
    /** @type {Map<number | string, number[]>} places in `old` */
    const places = new Map();
    old.forEach(({ index }, i) => {
      if (!taken.has(i)) push(places, before[by][index], i);
    });
    now.forEach((node, i) => {
      const place = pairs.has(node) ? undefined : places.get(after[by][node.index])?.shift();
      if (place === undefined) return;
      pairs.set(node, old[place]);
      taken.add(place);
      same.push([i, place]);
    });
  }
  same.sort(([a], [b]) => a - b);
  const run = longestRun(same);
  let [i, j] = [0, 0];
  for (const [nextNow, nextOld] of [...run, [now.length, old.length]]) {
    /** @type {Map<string, number[]>} places in `old`, from the last */
    const free = new Map();
    for (let at = nextOld - 1; at >= j; --at) if (!taken.has(at)) push(free, before.kinds[old[at].index], at);
    for (; i < nextNow; ++i) {
      const places = pairs.has(now[i]) ? undefined : free.get(after.kinds[now[i].index]);
      let found = places?.pop();
      while (found !== undefined && found < j) found = places?.pop();
      if (found === undefined) continue;
      pairs.set(now[i], old[found]);
      j = found + 1;
    }
    [i, j] = [nextNow + 1, nextOld + 1];
  }
  let moved = run.length < same.length;
  for (const node of now) {
    const pair = pairs.get(node);
    if (pair && pairChildren(before, after, pair.index, node.index, pairs)) moved = true;
  }
  return moved;
}

/** How many nodes a node and what is in it are. @param {SemanticNode[]} nodes @param {number} root */
function countOf(nodes, root) {
  let end = root + 1;
  while (end < nodes.length && nodes[end].parent >= root) end += 1;
  return end - root;
}

/** Whether what is drawn of a block looks as it did, wherever it stands. @param {Tree} before @param {Tree} after @param {SemanticNode} root @param {Pairs} pairs */
function looksTheSame(before, after, root, pairs) {
  const was = /** @type {SemanticNode} */ (pairs.get(root));
  const count = countOf(after.nodes, root.index);
  if (count !== countOf(before.nodes, was.index)) return false;
  return after.nodes.slice(root.index, root.index + count).every((node, i) => {
    const old = before.nodes[was.index + i];
    const moved = [node.x - root.x - old.x + was.x, node.y - root.y - old.y + was.y, node.width - old.width, node.height - old.height];
    return pairs.get(node) === old && !(node.changes & Change.Meaning) && moved.every((way) => Math.abs(way) < 0.01);
  });
}

/**
 * Says in the new nodes' `changes` what is new of those that were there.
 * @param {SemanticNode[]} before @param {SemanticNode[]} after both in reading order
 * @returns {{pairs: Pairs, moved: boolean, drawn: Set<number>}} `moved`: some stand in another order; `drawn`: keys of
 *   blocks that look as they did
 */
export function matchTrees(before, after) {
  /** @type {Pairs} */
  const pairs = new Map();
  const known = new Map();
  const [old, now] = [treeOf(before, known), treeOf(after, known)];
  const moved = pairChildren(old, now, -1, -1, pairs);
  for (const [node, was] of pairs) node.changes = changesOf(node, was);
  const roots = after.filter((node) => node.block && pairs.has(node) && looksTheSame(old, now, node, pairs));
  return { pairs, moved, drawn: new Set(roots.map(({ key }) => key)) };
}
