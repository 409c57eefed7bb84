// Stands for `vscode` in the bundle (see esbuild.js). Every file that imports a CommonJS module gets a copy of it, some
// five hundred names for each of sixty files; of this one there is nothing to copy: all names are its prototype's.
module.exports = Object.create(require('vscode'), { __esModule: { value: true } });
