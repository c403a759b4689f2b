// Records all that leaves the extension host, from before the product is active.
const { record } = require('./record-traffic.cjs');
const vscode = require('vscode');

module.exports = {
  activate: () => {
    const product = vscode.extensions.getExtension('tech-spec.tech-spec');
    record(
      'recorder',
      product === undefined ? 'without the product' : product.isActive ? 'too late' : 'in time',
    );
  },
};
