// Reader modes find a prerendered article when the widget has taken over, whatever its shape. The samples: tests/web.
import { documents } from "../support/prerendered-documents.js";
import { useBrowser } from "../web/support/browser.js";
import { testTakenOver } from "../web/support/readability.js";

testTakenOver(useBrowser(), documents);
