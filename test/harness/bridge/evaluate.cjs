// The "tests" of a browser test: a server on 127.0.0.1 inside the extension host that evaluates functions against the
// `vscode` API. Where it listens, and the token it asks for, go to the file named by TECH_SPEC_BRIDGE_FILE.
const { randomUUID } = require('node:crypto');
const { renameSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const vscode = require('vscode');

async function answer(body) {
  const { source, args } = JSON.parse(body);
  try {
    const evaluated = (0, eval)(`(${source})`);
    return { value: await evaluated(vscode, ...args) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Runs until the page is closed: the extension host ends with it. */
exports.run = () =>
  new Promise((_resolve, reject) => {
    const token = randomUUID();
    const server = createServer((request, response) => {
      if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(403).end();
      let body = '';
      request.setEncoding('utf8');
      request.on('data', (chunk) => (body += chunk));
      request.on('end', async () => {
        response.setHeader('content-type', 'application/json');
        const result = await answer(body);
        try {
          response.end(JSON.stringify(result));
        } catch (error) {
          response.end(JSON.stringify({ error: `The result is not JSON: ${error}` }));
        }
      });
    });
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const file = process.env.TECH_SPEC_BRIDGE_FILE;
      writeFileSync(`${file}.new`, JSON.stringify({ port: server.address().port, token }));
      renameSync(`${file}.new`, file);
    });
  });
