// All hostile documents, a photo of each enlarged, each page of them printed where that can be asked for.
import { testHostile } from "../engines/support/hostile.js";
import { openFirefox } from "../engines/support/firefox.js";

testHostile("Firefox", () => openFirefox({ headless: false }));
