/** Licences that ask for no more than a notice. Anything else is looked at by a person first and named below. */
export const allowedLicences = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Python-2.0",
  "Unlicense",
];

/** Builds of sharp's image library: used as a shared library of its own that anyone may exchange, which is what the LGPL asks for. */
const libvips = (licence: string, builds: string) =>
  Object.fromEntries(
    builds.split(" ").map((build) => [`@img/sharp-${build}`, { licence, why: "a shared library, unchanged and exchangeable" }]),
  );

/** Package → the licence it states, which only this package may have, and why that is well. */
export const licenceExceptions: Record<string, { licence: string; why: string }> = {
  ...libvips(
    "LGPL-3.0-or-later",
    "libvips-darwin-arm64 libvips-darwin-x64 libvips-linux-arm libvips-linux-arm64 libvips-linux-ppc64 libvips-linux-riscv64 libvips-linux-s390x libvips-linux-x64 libvips-linuxmusl-arm64 libvips-linuxmusl-x64",
  ),
  ...libvips("Apache-2.0 AND LGPL-3.0-or-later", "win32-arm64 win32-ia32 win32-x64"),
  ...libvips("Apache-2.0 AND LGPL-3.0-or-later AND MIT", "wasm32"),
  "@shopify/polaris": { licence: "SEE LICENSE IN LICENSE.md", why: "MIT, for apps that work with Shopify: this is one" },
  "@shopify/polaris-icons": { licence: "SEE LICENSE IN LICENSE.md", why: "MIT, for apps that work with Shopify: this is one" },
  "@shopify/polaris-tokens": { licence: "SEE LICENSE IN LICENSE.md", why: "MIT, for apps that work with Shopify: this is one" },
  "axe-core": { licence: "MPL-2.0", why: "looks at pages in tests, unchanged; nothing of it is shipped" },
  "caniuse-lite": { licence: "CC-BY-4.0", why: "data about browsers, used while building; nothing of it is shipped" },
  "spdx-exceptions": { licence: "CC-BY-3.0", why: "a list of names, used while building; nothing of it is shipped" },
  optimist: { licence: "MIT/X11", why: "MIT in its old name" },
  eval: { licence: "none", why: "MIT in its licence file; stated in an old form that npm does not copy" },
  format: { licence: "none", why: "MIT in its read-me; stated in an old form that npm does not copy" },
  rai: { licence: "none", why: "MIT in its licence file; stated in an old form that npm does not copy" },
  "require-like": { licence: "none", why: "MIT in its licence file; not stated in its package file" },
  simplesmtp: { licence: "none", why: "MIT in its licence file; stated in an old form that npm does not copy" },
};
