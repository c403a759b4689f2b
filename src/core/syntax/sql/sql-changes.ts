import type { SqlChange, SqlColumn, SqlObject } from './sql-script';

/** A node of PostgreSQL's parse tree, as `libpg-query` gives it. */
export type SqlNode = Readonly<Record<string, unknown>>;

/** What one statement does to the schema. */
export interface StatementEffect {
  readonly changes: readonly Omit<SqlChange, 'start' | 'end'>[];
  /** With byte offsets. */
  readonly columns: readonly (Pick<SqlColumn, 'table' | 'name' | 'type'> & { readonly location: number })[];
  readonly opaque: boolean;
}

const dropped: Readonly<Record<string, SqlObject>> = {
  OBJECT_TABLE: 'table',
  OBJECT_INDEX: 'index',
  OBJECT_TYPE: 'type',
  OBJECT_DOMAIN: 'type',
  OBJECT_VIEW: 'view',
  OBJECT_MATVIEW: 'view',
  OBJECT_SEQUENCE: 'sequence',
  OBJECT_SCHEMA: 'schema',
  OBJECT_FUNCTION: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_POLICY: 'policy',
};

const nothing: StatementEffect = { changes: [], columns: [], opaque: false };

/** Reads the effect of a statement from its parse tree; statements that change no schema have none. */
export function effectOf(statement: SqlNode): StatementEffect {
  const [kind] = Object.keys(statement);
  const node = kind === undefined ? {} : nodeAt(statement, kind);
  switch (kind) {
    case 'CreateStmt':
      return createTable(node);
    case 'CreateTableAsStmt':
      return made(
        change(
          'create',
          node['objtype'] === 'OBJECT_MATVIEW' ? 'view' : 'table',
          relation(nodeAt(nodeAt(node, 'into'), 'rel')),
        ),
      );
    case 'AlterTableStmt':
      return node['objtype'] === 'OBJECT_TABLE' ? alterTable(node) : nothing;
    case 'IndexStmt':
      return made(
        change('create', 'index', text(node['idxname']), {
          table: relation(nodeAt(node, 'relation')),
          columns: list(node['indexParams']).map((entry) => text(nodeAt(entry, 'IndexElem')['name'])),
        }),
      );
    case 'CreateEnumStmt':
    case 'CreateRangeStmt':
      return made(change('create', 'type', lastName(node['typeName'])));
    case 'CreateDomainStmt':
      return made(change('create', 'type', lastName(node['domainname'])));
    case 'CompositeTypeStmt':
      return made(change('create', 'type', relation(nodeAt(node, 'typevar'))));
    case 'ViewStmt':
      return made(
        change('create', 'view', relation(nodeAt(node, 'view')), { replaces: node['replace'] === true }),
      );
    case 'CreateFunctionStmt':
      return made(
        change('create', 'function', lastName(node['funcname']), { replaces: node['replace'] === true }),
      );
    case 'CreateTrigStmt':
      return made(
        change('create', 'trigger', text(node['trigname']), {
          table: relation(nodeAt(node, 'relation')),
          replaces: node['replace'] === true,
        }),
      );
    case 'CreateSeqStmt':
      return made(change('create', 'sequence', relation(nodeAt(node, 'sequence'))));
    case 'CreateSchemaStmt':
      return made(change('create', 'schema', text(node['schemaname'])));
    case 'CreatePolicyStmt':
      return made(
        change('create', 'policy', text(node['policy_name']), { table: relation(nodeAt(node, 'table')) }),
      );
    case 'RenameStmt':
      return rename(node);
    case 'DropStmt':
      return drop(node);
    case 'DoStmt':
    case 'CallStmt':
      return { ...nothing, opaque: true };
    default:
      return nothing;
  }
}

function createTable(node: SqlNode): StatementEffect {
  const table = relation(nodeAt(node, 'relation'));
  return {
    changes: [change('create', 'table', table)],
    columns: list(node['tableElts']).flatMap((entry) => columnOf(nodeAt(entry, 'ColumnDef'), table)),
    opaque: false,
  };
}

function alterTable(node: SqlNode): StatementEffect {
  const table = relation(nodeAt(node, 'relation'));
  const commands = list(node['cmds']).map((entry) => nodeAt(entry, 'AlterTableCmd'));
  const columns = commands.flatMap((command) => {
    const definition = nodeAt(nodeAt(command, 'def'), 'ColumnDef');
    const subtype = command['subtype'];
    if (subtype === 'AT_AddColumn') return columnOf(definition, table);
    return subtype === 'AT_AlterColumnType'
      ? columnOf({ ...definition, colname: command['name'] }, table)
      : [];
  });
  const changes = commands.flatMap((command) => {
    const name = text(command['name']);
    const definition = nodeAt(command, 'def');
    const cascades = command['behavior'] === 'DROP_CASCADE';
    switch (command['subtype']) {
      case 'AT_AddColumn':
        return [change('create', 'column', text(nodeAt(definition, 'ColumnDef')['colname']), { table })];
      case 'AT_DropColumn':
        return [change('drop', 'column', name, { table, cascades })];
      case 'AT_AddConstraint':
        return [change('create', 'constraint', text(nodeAt(definition, 'Constraint')['conname']), { table })];
      case 'AT_DropConstraint':
        return [change('drop', 'constraint', name, { table, cascades })];
      case 'AT_AlterColumnType':
        return [change('alter', 'column type', name, { table })];
      case 'AT_SetNotNull':
        return [change('create', 'not null', name, { table })];
      case 'AT_DropNotNull':
        return [change('drop', 'not null', name, { table })];
      default:
        return [];
    }
  });
  return { changes: changes.filter(({ name }) => name !== ''), columns, opaque: false };
}

function rename(node: SqlNode): StatementEffect {
  const table = relation(nodeAt(node, 'relation'));
  const to = text(node['newname']);
  const both = (object: SqlObject, from: string, holder: string | null): StatementEffect =>
    made(
      change('drop', object, from, { table: holder, renames: true }),
      change('create', object, to, { table: holder, renames: true }),
    );
  if (node['renameType'] === 'OBJECT_TABLE') return both('table', table, null);
  if (node['renameType'] === 'OBJECT_INDEX') return both('index', table, null);
  if (node['renameType'] === 'OBJECT_COLUMN') return both('column', text(node['subname']), table);
  return nothing;
}

function drop(node: SqlNode): StatementEffect {
  const object = dropped[text(node['removeType'], false)];
  if (object === undefined) return nothing;
  const cascades = node['behavior'] === 'DROP_CASCADE';
  return made(
    ...list(node['objects']).map((entry) => {
      const names = namesOf(entry);
      const owned = object === 'trigger' || object === 'policy';
      return change('drop', object, names.at(-1) ?? '', {
        cascades,
        table: owned ? (names.at(-2) ?? null) : null,
      });
    }),
  );
}

/** The names of a dropped object, the outermost first. */
function namesOf(entry: SqlNode): readonly string[] {
  const holder = [
    nodeAt(entry, 'List')['items'],
    nodeAt(entry, 'TypeName')['names'],
    nodeAt(entry, 'ObjectWithArgs')['objname'],
  ].find((names) => Array.isArray(names));
  return (holder === undefined ? [entry] : list(holder)).map((name) => text(nodeAt(name, 'String')['sval']));
}

function columnOf(definition: SqlNode, table: string): StatementEffect['columns'] {
  const type = nodeAt(definition, 'typeName');
  const name = text(definition['colname']);
  const location = type['location'];
  if (name === '' || typeof location !== 'number') return [];
  return [{ table, name, type: lastName(type['names']), location }];
}

function change(
  action: SqlChange['action'],
  object: SqlObject,
  name: string,
  rest: Partial<SqlChange> = {},
): Omit<SqlChange, 'start' | 'end'> {
  return {
    action,
    object,
    name,
    table: null,
    columns: [],
    replaces: false,
    cascades: false,
    renames: false,
    ...rest,
  };
}

function made(...changes: readonly Omit<SqlChange, 'start' | 'end'>[]): StatementEffect {
  return { changes: changes.filter(({ name }) => name !== ''), columns: [], opaque: false };
}

function relation(node: SqlNode): string {
  return text(node['relname']);
}

function lastName(names: unknown): string {
  return text(nodeAt(list(names).at(-1) ?? {}, 'String')['sval']);
}

function text(value: unknown, lower = true): string {
  if (typeof value !== 'string') return '';
  return lower ? value.toLowerCase() : value;
}

function nodeAt(node: SqlNode, key: string): SqlNode {
  const value = node[key];
  return typeof value === 'object' && value !== null ? (value as SqlNode) : {};
}

function list(value: unknown): readonly SqlNode[] {
  return Array.isArray(value) ? (value as readonly SqlNode[]) : [];
}
