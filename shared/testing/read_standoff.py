"""Reads brat, CoNLL and WebAnno TSV files as their own tools do, with nothing but Python: says how much it read."""
import codecs
import json
import pathlib
import re
import sys
import xml.etree.ElementTree


def brat(folder):
    marks = 0
    for ann in folder.rglob('*.ann'):
        text = ann.with_suffix('.txt').read_bytes().decode('utf-8')
        types, triggers, targets = {}, {}, []
        # brat opens files so: what Python takes for the end of a line ends a record.
        for line in codecs.open(ann, encoding='utf-8', errors='strict'):
            name, rest = line.split('\t', 1)
            assert name not in types, f'{ann}: {name} twice'
            data, tail = (rest.rstrip('\n').split('\t', 1) + [''])[:2]
            types[name] = data.split(' ')[0].split(':')[0]
            if name[0] == 'T':
                marks += 1
                spans = [tuple(map(int, span.split(' '))) for span in data.split(' ', 1)[1].split(';')]
                assert all(start < end for start, end in spans), line
                assert all(a[1] < b[0] for a, b in zip(spans, spans[1:])), line
                assert tail == ' '.join(text[start:end] for start, end in spans), line
            elif name[0] == 'E':
                first, *rest = data.split()
                triggers[name] = first.split(':')[1]
                targets += [argument.split(':')[1] for argument in rest]
            elif name[0] == 'R':
                first, second = (argument.split(':') for argument in data.split(' ')[1:])
                assert first[0] != second[0], line
                targets += [first[1], second[1]]
            else:
                assert re.match(r'^\S+ \S+( \S+)?$', data), line
                targets.append(data.split(' ')[1])
        for event, trigger in triggers.items():
            assert types[trigger] == types[event], f'{ann}: {event}'
        for target in targets:
            assert target in types and target not in triggers.values(), f'{ann}: {target}'
    return marks


def conll(folder):
    marks = 0
    for file in folder.rglob('*.conll'):
        last = 'O'
        for line in file.open(encoding='utf-8'):
            columns = line.split()
            if not columns or columns[0] == '-DOCSTART-':
                last = 'O'
                continue
            assert len(columns) == 4 and columns[1:3] == ['-X-', 'O'], line
            tag = columns[3]
            if tag.startswith('I-'):
                assert last[1:] == tag[1:], line
            else:
                assert tag == 'O' or tag.startswith('B-'), line
            marks += tag.startswith('B-')
            last = tag
    return marks


def java_lines(file):
    return re.split('\r\n|\r|\n', file.read_bytes().decode('utf-8'))


def type_system(file):
    uima = '{http://uima.apache.org/resourceSpecifier}'
    found = {}
    for declared in xml.etree.ElementTree.parse(file).iter(f'{uima}typeDescription'):
        features = declared.iter(f'{uima}featureDescription')
        found[declared.find(f'{uima}name').text] = {one.find(f'{uima}name').text for one in features}
    return found


def webanno(folder):
    marks = 0
    types = type_system(next(folder.rglob('typesystem.xml')))
    for file in folder.rglob('*.tsv'):
        lines = java_lines(file)
        assert lines[0] == '#FORMAT=WebAnno TSV 3.3' and lines[3:5] == ['', ''], file
        names = [line.split('=', 1)[1].split('|')[0] for line in lines[1:3]]
        layers = [line.split('=', 1)[1].split('|')[1:] for line in lines[1:3]]
        for name, columns in zip(names, layers):
            assert {column for column in columns if '.' not in column} <= types[name], columns
        width = sum(map(len, layers))
        numbers, pointers, sentence, start, fresh = set(), set(), [], 0, False
        for line in lines[5:]:
            if line.startswith('#Text='):
                sentence = sentence + [line[6:]] if not fresh else [line[6:]]
                fresh = False
            if line == '' or line.startswith('#'):
                continue
            cells = line.split('\t')
            assert len(cells) == width + 4 and cells[-1] == '', line
            begin, end = map(int, cells[1].split('-'))
            start, fresh = (start if fresh else begin), True
            escapes = {'t': '\t', 'n': '\n', 'f': '\f', 'r': '\r', 'b': '\b'}
            text = re.sub(r'\\(.)', lambda m: escapes.get(m[1], m[1]), '\n'.join(sentence), flags=re.S)
            units = text.encode('utf-16-le')[2 * (begin - start):2 * (end - start)]
            assert units.decode('utf-16-le') == cells[2], line
            stacks = [re.split(r'(?<!\\)\|', cell) for cell in cells[3:3 + len(layers[0])]]
            assert len({len(stack) for stack in stacks}) == 1, line
            for value in sum(stacks[:-1], []):
                numbers |= set(re.findall(r'(?<!\\)\[(\d+)\]$', value))
            for value in stacks[-1]:
                pointers |= set(re.findall(r'\[(\d+)\]', value))
            pointers |= {n for both in re.findall(r'\[(\d+)_(\d+)\]', cells[-2]) for n in both}
        assert pointers <= numbers, f'{file}: {pointers - numbers}'
        marks += len(numbers)
    return marks


folder = pathlib.Path(sys.argv[1])
print(json.dumps({'brat': brat(folder / 'brat'), 'conll': conll(folder / 'conll'), 'webanno-tsv': webanno(folder / 'webanno-tsv')}))
