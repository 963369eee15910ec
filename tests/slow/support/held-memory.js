/** What the engine compiles as it goes on is no leak, and hides one. */
export const interpreted = "--js-flags=--no-opt --no-maglev --no-sparkplug --no-lazy-feedback-allocation --liftoff-only";

/**
 * What a page holds when nothing waits to be collected.
 * @param {import("playwright-core").Page} page @returns {Promise<{heap: number, nodes: number, listeners: number}>} heap: bytes
 */
export async function heldBy(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  for (let i = 0; i < 3; ++i) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  await client.detach();
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { heap: of("JSHeapUsedSize"), nodes: of("Nodes"), listeners: of("JSEventListeners") };
}
