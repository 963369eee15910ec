// All hostile documents, a photo of each enlarged, each page of them printed where that can be asked for.
import { testHostile } from "../engines/support/hostile.js";
import { openWebKit } from "../engines/support/webkit.js";

testHostile("WebKit", openWebKit);
