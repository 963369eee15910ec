// The list of the pictures. A width or height changed here must be changed in the
// documents that show it.

/** Scenes by name: the size drawn, the widths kept (the first is `size`'s), the seed of their chance. */
export const photos = {
  harbour: { size: [1600, 900], type: 'jpg', widths: [1600, 800, 400], seed: 11 },
  mangrove: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 23 },
  lighthouse: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 5 },
  arcade: { size: [1000, 1500], type: 'jpg', widths: [1000, 500], seed: 31 },
  terraces: { size: [1600, 900], type: 'jpg', widths: [1600, 800, 400], seed: 42 },
  viaduct: { size: [1600, 900], type: 'webp', widths: [1600, 800], seed: 17 },
  kites: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 77 },
  nightmarket: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 64 },
  racks: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 8 },
  schoolyard: { size: [1600, 1200], type: 'jpg', widths: [1600, 800], seed: 29 },
  oysters: { size: [1600, 1067], type: 'webp', widths: [1600, 800], seed: 90 },
  windfarm: { size: [1600, 900], type: 'webp', widths: [1600, 800], seed: 3 },
  observatory: { size: [1600, 900], type: 'jpg', widths: [1600, 800, 400], seed: 12 },
  oasis: { size: [1600, 1067], type: 'jpg', widths: [1600, 800], seed: 55 },
  tram: { size: [1600, 900], type: 'jpg', widths: [1600, 800, 400], seed: 9 },
  library: { size: [1200, 1500], type: 'jpg', widths: [1200, 600], seed: 47 },
  orchard: { size: [1600, 1067], type: 'webp', widths: [1600, 800], seed: 36 },
  dunes: { size: [1000, 1500], type: 'webp', widths: [1000, 500], seed: 71 },
  'poster-tide': { size: [1280, 720], type: 'jpg', widths: [1280, 640], seed: 14 },
  'poster-waterway': { size: [1280, 720], type: 'jpg', widths: [1280, 640], seed: 20 },
  'poster-tram': { size: [1280, 720], type: 'jpg', widths: [1280, 640], seed: 26 },
  'poster-stars': { size: [1280, 720], type: 'jpg', widths: [1280, 640], seed: 33 },
};

export const avatars = ['shell', 'compass', 'lantern', 'egret', 'boat', 'moon', 'palm'];
