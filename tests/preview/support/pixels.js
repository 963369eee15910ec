/** PNGs of one pixel. */
const png = (data) => Buffer.from(
  `iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nG${data}AAAAAElFTkSuQmCC`, "base64");
export const [redPixel, bluePixel] = [png("P4z8AAAAMBAQDJ/pLv"), png("NgYPgPAAEDAQAIicLs")];

/** @param {Buffer} picture */
export const dataUrl = (picture) => `data:image/png;base64,${picture.toString("base64")}`;
