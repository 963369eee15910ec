/**
 * Tabs of one window, of which one is shown and the others are hidden and throttled: a page of Playwright's own is always
 * made to believe that it is shown.
 *
 * @typedef {Awaited<ReturnType<Awaited<ReturnType<typeof useTabs>>>>} Tab
 */

/** Of Playwright's arguments: what keeps what is hidden at full speed. */
export const unthrottled = ["--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding"];
const patience = 60_000;

/** @param {import("playwright-core").Browser} browser the whole Chromium @returns opens a tab, which is then the one that is shown */
export async function useTabs(browser) {
  const root = await browser.newBrowserCDPSession();
  let last = 0;
  /** @type {Map<string, (message: any) => void>} */
  const listeners = new Map();
  root.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => listeners.get(sessionId)?.(JSON.parse(message)));

  return async (/** @type {string} */ url) => {
    const { targetId } = await root.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await root.send("Target.attachToTarget", { targetId, flatten: false });
    /** @type {Map<number, (message: any) => void>} */
    const waiting = new Map();
    /** @type {string[]} */
    const errors = [];
    listeners.set(sessionId, ({ id, method, params, ...answer }) => {
      if (id) waiting.get(id)?.(answer);
      if (method === "Runtime.exceptionThrown") errors.push(JSON.stringify(params.exceptionDetails));
      if (method === "Log.entryAdded" && params.entry.level === "error") errors.push(params.entry.text);
      if (method === "Runtime.consoleAPICalled" && params.type === "error") errors.push(JSON.stringify(params.args));
    });
    /** @param {string} method @param {object} [params] @returns {Promise<any>} */
    const send = async (method, params = {}) => {
      const id = ++last;
      const answer = new Promise((done) => waiting.set(id, done));
      await root.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) });
      const { error, result } = await answer;
      if (error) throw new Error(`${method}: ${error.message}`);
      return result;
    };
    /** @param {(given: any) => unknown} code @param {unknown} [given] @returns {Promise<any>} */
    const evaluate = async (code, given) => {
      const { result, exceptionDetails } = await send("Runtime.evaluate", {
        expression: `(${code})(${JSON.stringify(given)})`, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value;
    };
    /** Asks until it is so: a hidden page has no frames to ask in. @param {(given: any) => unknown} code @param {unknown} [given] */
    const until = async (code, given) => {
      for (const end = Date.now() + patience; !await evaluate(code, given);) {
        if (Date.now() > end) throw new Error(`it never came to ${code}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    for (const domain of ["Runtime", "Log", "Page"]) await send(`${domain}.enable`);
    await send("Page.navigate", { url });
    await until((wanted) => location.href === wanted && document.readyState === "complete", url);
    return { send, evaluate, until, errors, show: () => root.send("Target.activateTarget", { targetId }),
      close: () => root.send("Target.closeTarget", { targetId }) };
  };
}
