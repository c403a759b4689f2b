// VS Code takes an `extensionTestsPath` only together with an extension under development; this is that extension.
module.exports = { activate: () => undefined };
