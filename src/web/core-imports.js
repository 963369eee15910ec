// What the core asks of its host, see core.h. Every call is handed to the
// object that web/core.js gives the module as `host`; numbers only, so that no
// one but core.js looks into the memory.
addToLibrary({
  av_host_define_style: (style, family, familyBytes, language, languageBytes, size, bold, italic,
                         tabular) =>
    Module['host']['defineStyle'](style, family, familyBytes, language, languageBytes, size, bold,
                                  italic, tabular),
  av_host_font_metrics: (style, out) => Module['host']['fontMetrics'](style, out),
  av_host_measure: (requests, count, out) => Module['host']['measure'](requests, count, out),
  av_host_create_page: (width, height) => Module['host']['createPage'](width, height),
  av_host_rasterise: (jobs, jobCount, uploads, uploadCount) =>
    Module['host']['rasterise'](jobs, jobCount, uploads, uploadCount),
  av_host_warn: (code, value) => Module['host']['warn'](code, value),
});
