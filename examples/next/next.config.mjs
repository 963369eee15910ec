/** @type {import("next").NextConfig} */
export default {
  output: "export",
  // This folder lies in another project.
  turbopack: { root: import.meta.dirname },
};
