#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a printed file must have to be read aloud: sixteen checks, with qpdf.

Passing them is no certificate: it says that these checks pass."""
import json
import re
import subprocess
import sys

# Operators that paint, of ISO 32000-1, table 51; a clip paints nothing.
PAINTING = {b'S', b's', b'f', b'F', b'f*', b'B', b'B*', b'b', b'b*', b'Do', b'sh', b'EI',
            b'Tj', b'TJ', b"'", b'"'}


class File:
    def __init__(self, path):
        text = subprocess.run(['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', path],
                              check=True, capture_output=True).stdout
        self.objects = {}
        for key, value in json.loads(text)['qpdf'][1].items():
            self.objects[key.removeprefix('obj:')] = value
        self.trailer = self.objects['trailer']['value']
        self.root = self.get(self.trailer['/Root'])

    def get(self, value):
        while isinstance(value, str) and value in self.objects:
            value = self.objects[value]
            value = value['value'] if 'value' in value else value['stream']
        return value

    def all(self):
        return [self.get(key) for key in self.objects if key != 'trailer']

    def dictionaries(self):
        return [value.get('dict', value) if isinstance(value, dict) else value for value in self.all()
                if isinstance(value, dict)]

    def pages(self, node=None):
        node = self.get(self.root['/Pages']) if node is None else node
        if node['/Type'] == '/Page':
            return [node]
        return [page for kid in node['/Kids'] for page in self.pages(self.get(kid))]

    def data(self, stream):
        import base64
        return base64.b64decode(stream['data'])


def tokens(content):
    """Operators and operands, without the insides of strings."""
    content = re.sub(rb'\((?:[^()\\]|\\.)*\)', b'()', content, flags=re.S)
    return re.findall(rb"<<|>>|[\[\]]|/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+", content)


def paints_outside(content):
    depth = 0
    count = 0
    for token in tokens(content):
        if token in (b'BDC', b'BMC'):
            depth += 1
        elif token == b'EMC':
            depth -= 1
        elif token in PAINTING and depth == 0:
            count += 1
    return count


def elements(file):
    return [d for d in file.dictionaries() if d.get('/Type') == '/StructElem']


def fonts(file):
    found = []
    for d in file.dictionaries():
        if d.get('/Type') == '/Font' and '/DescendantFonts' not in d and d.get('/Subtype') != '/Type3':
            descriptor = file.get(d.get('/FontDescriptor')) or {}
            found.append(any(key in descriptor for key in ('/FontFile', '/FontFile2', '/FontFile3')))
    return found


def check(path):
    file = File(path)
    root = file.root
    structure = elements(file)
    annotations = [d for d in file.dictionaries() if d.get('/Subtype') == '/Link' and '/Rect' in d]
    metadata = file.get(root.get('/Metadata'))
    xmp = file.data(metadata).decode() if metadata else ''
    pages = file.pages()
    info = file.get(file.trailer.get('/Info', {}))
    shown = [d for d in file.dictionaries() if d.get('/Type') == '/Font' and
             d.get('/Subtype') not in ('/CIDFontType0', '/CIDFontType2')]
    return {
        'a language': bool(root.get('/Lang')),
        'marked': file.get(root.get('/MarkInfo', {})).get('/Marked') is True,
        'a structure': '/StructTreeRoot' in root,
        'the title is shown': file.get(root.get('/ViewerPreferences', {})).get('/DisplayDocTitle') is True,
        'metadata': bool(xmp),
        'pdfuaid:part': '<pdfuaid:part>1</pdfuaid:part>' in xmp,
        'dc:title': re.search(r'<dc:title>.*<rdf:li[^>]*>[^<]+</rdf:li>', xmp, re.S) is not None,
        'every figure has a text': all(d.get('/Alt', 'u:').partition(':')[2] for d in structure if d['/S'] == '/Figure'),
        'every header cell has a scope': all('/Scope' in file.get(d.get('/A', {})) for d in structure if d['/S'] == '/TH'),
        'every link says where it leads': all(d.get('/Contents') for d in annotations),
        'every link is in the structure': all('/StructParent' in d for d in annotations),
        'tab follows the structure': all(p.get('/Tabs') == '/S' for p in pages if '/Annots' in p),
        'nothing is painted outside the structure':
            sum(paints_outside(file.data(file.get(p['/Contents']))) for p in pages) == 0,
        'fonts are embedded': all(fonts(file)),
        'fonts have their letters': all('/ToUnicode' in d for d in shown),
        'a title': bool(info.get('/Title')),
    }


def main():
    done = True
    for path in sys.argv[1:]:
        result = subprocess.run(['qpdf', '--check', path], capture_output=True, text=True)
        if result.returncode != 0:
            print(f'{path}: qpdf --check says\n{result.stdout}{result.stderr}')
            done = False
        results = check(path)
        assert len(results) == 16
        for name, passed in results.items():
            if not passed:
                print(f'{path}: not so: {name}')
                done = False
        print(f'{path}: {sum(results.values())} of {len(results)} checks')
    return 0 if done else 1


if __name__ == '__main__':
    sys.exit(main())
