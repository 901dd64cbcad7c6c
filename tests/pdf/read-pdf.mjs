// SPDX-FileCopyrightText: 2026 The Dites32 authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads files as a screen reader would, by their structure, and fails unless all
// text on each page is in it. Prints the text when asked to with --print.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const modules = process.env.DITES_NODE_MODULES;
if (!modules)
  process.exit(77); // skipped: there is nothing to read with
const pdfjs = await import(pathToFileURL(`${modules}/pdfjs-dist/legacy/build/pdf.mjs`).href);

function collect(node, ids, figures) {
  if (node.type === 'content')
    ids.push(node.id);
  if (node.role === 'Figure')
    figures.push(node.alt ?? '');
  for (const child of node.children ?? [])
    collect(child, ids, figures);
}

async function readPage(page) {
  const content = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map();
  const open = [];
  let outside = '';
  for (const item of content.items) {
    if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent')
      open.push(item.id ?? null);
    else if (item.type === 'endMarkedContent')
      open.pop();
    else if (item.str !== undefined) {
      const id = open.findLast((name) => name !== null);
      const text = item.str + (item.hasEOL ? '\n' : '');
      if (id === undefined)
        outside += text;
      else
        texts.set(id, (texts.get(id) ?? '') + text);
    }
  }
  return { texts, outside };
}

async function check(path, print) {
  const document = await pdfjs.getDocument({
    data: new Uint8Array(await readFile(path)), verbosity: 0, useSystemFonts: false, disableFontFace: true,
  }).promise;
  let failures = 0, paragraphs = 0;
  const lines = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const tree = await page.getStructTree();
    const { texts, outside } = await readPage(page);
    const ids = [], figures = [];
    if (tree)
      collect(tree, ids, figures);
    const unread = [...texts.entries()].filter(([id, text]) => text.trim() && !ids.includes(id));
    if (outside.trim() || unread.length > 0 || figures.some((alt) => !alt)) {
      console.error(`${path}: page ${number}: not read: ${outside}${unread.map(([, text]) => text).join(' | ')}`);
      failures++;
    }
    paragraphs += ids.length;
    for (const id of ids)
      lines.push((texts.get(id) ?? '').replace(/\s+/g, ' ').trim());
  }
  if (print)
    console.log(lines.join('\n'));
  else
    console.log(`${path}: ${document.numPages} pages, ${paragraphs} pieces of text, all read`);
  return { failures, text: lines.join('\n') };
}

const print = process.argv[2] === '--print';
let failures = 0;
for (const path of process.argv.slice(print ? 3 : 2))
  failures += (await check(path, print)).failures;
process.exit(failures === 0 ? 0 : 1);
