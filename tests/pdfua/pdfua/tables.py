# SPDX-License-Identifier: GPL-3.0-or-later
"""The geometry of tables: every place covered by one cell, every cell with its headers."""
from .objects import get_text, is_array, is_name, is_string, name_of, text_of

MAX_PLACES = 4 * 1024 * 1024


class _Cell:
    __slots__ = ('element', 'row', 'column', 'rows', 'columns', 'is_header', 'scope')

    def __init__(self, structure, element):
        self.element = element
        self.row = self.column = 0
        self.rows = _span(structure.attribute(element, 'Table', '/RowSpan'))
        self.columns = _span(structure.attribute(element, 'Table', '/ColSpan'))
        self.is_header = element.standard == 'TH'
        scope = structure.attribute(element, 'Table', '/Scope') if self.is_header else None
        self.scope = name_of(scope) if is_name(scope) else None

    def leads(self, direction):
        return self.is_header and self.scope in (direction, 'Both')


def _span(value):
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 1 else 1


def _collect_rows(structure, table):
    rows = []
    for part in table.children():
        if part.standard == 'TR':
            rows.append(part)
        elif part.standard in ('THead', 'TBody', 'TFoot'):
            rows.extend(row for row in part.children() if row.standard == 'TR')
    return [[_Cell(structure, cell) for cell in row.children() if cell.standard in ('TH', 'TD')] for row in rows]


def check_table(structure, table):
    report = structure.report
    rows = _collect_rows(structure, table)
    height = len(rows)
    width = sum(cell.columns for cell in rows[0]) if rows else 0
    if height * width > MAX_PLACES:
        report('WB-0', table.where, 'the table is too large')
        return
    if height and _place(report, table, rows, height, width) is not None:
        return
    grid = {}
    for row in rows:
        for cell in row:
            for i in range(cell.rows):
                for j in range(cell.columns):
                    grid[cell.row + i, cell.column + j] = cell
    for row in range(height):
        covered = sum((row, column) in grid for column in range(width))
        if covered < width:
            report('7.2-43', table.where, 'row %d has %d of %d columns' % (row + 1, covered, width))
            return
    _check_headers(structure, rows, grid)


def _place(report, table, rows, height, width):
    """Gives each cell its place; returns the rule that was broken first."""
    taken = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while column < width and (number, column) in taken:
                column += 1
            if column + cell.columns > width:
                report('7.2-42', table.where, 'row %d' % (number + 1))
                return '7.2-42'
            if number + cell.rows > height:
                report('7.2-41', table.where, 'row %d, column %d' % (number + 1, column + 1))
                return '7.2-41'
            cell.row, cell.column = number, column
            for i in range(cell.rows):
                for j in range(cell.columns):
                    if (number + i, column + j) in taken:
                        report('7.2-15', cell.element.where)
                        return '7.2-15'
                    taken[number + i, column + j] = cell
            column += cell.columns
    return None


def _check_headers(structure, rows, grid):
    """Headers are determinable when each has its scope; else each data cell needs a way to one."""
    cells = [cell for row in rows for cell in row]
    if all(cell.scope is not None for cell in cells if cell.is_header):
        return
    names = {get_text(cell.element.dictionary, '/ID') for cell in cells if cell.is_header} - {None, ''}
    for cell in cells:
        if cell.is_header:
            continue
        listed = structure.attribute(cell.element, 'Table', '/Headers')
        listed = [text_of(value) for value in listed if is_string(value)] if is_array(listed) else []
        if listed and all(name in names for name in listed):
            continue
        if _has_header(grid, cell):
            continue
        unknown = [name for name in listed if name not in names]
        structure.report('7.5-2' if unknown else '7.5-1', cell.element.where, ', '.join(unknown))
        return


def _has_header(grid, cell):
    """Looks up each column and left in each row as far as the first block of headers reaches."""
    lines = [([(row, column) for row in range(cell.row - 1, -1, -1)], 'Column')
             for column in range(cell.column, cell.column + cell.columns)]
    lines += [([(row, column) for column in range(cell.column - 1, -1, -1)], 'Row')
              for row in range(cell.row, cell.row + cell.rows)]
    for places, direction in lines:
        found = False
        for place in places:
            other = grid[place]
            if other.leads(direction):
                return True
            if other.is_header:
                found = True
            elif found:
                break
    return False
