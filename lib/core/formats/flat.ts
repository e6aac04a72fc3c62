import type { Issue } from "../dataset";
import type { FeatureValue } from "../searchSpace";
import { cellRecord, cellScalar, scalarToJson } from "./cells";
import { isStatusColumn } from "./evaluationStatus";
import { guessByName } from "./columnNames";
import type { ImportPlan } from "./importPlan";
import { globalValue, listDetail, nodeValue, notationDetails, notationWith } from "./notationDetails";
import { namesakes } from "./namesakes";
import { columnWhere, type RawNode, type Reader, type RowOutcome } from "./reader";
import { settingColumns, type SettingColumn } from "./settingColumns";
import type { Table, TableRow } from "./table";

/**
 * Flat tables: every column that is a setting is one slot. Settings with few values (kernel, optimiser) become places
 * of one unit, each with a feature of its own, so that importance, figures and the builder see them as they see the
 * edges of a cell. Numbers anywhere in a range (learning rate) become continuous features of the whole architecture,
 * because the values of a place have to be countable. The last resort: any table with a setting matches.
 */
export const flat: Reader = {
  id: "flat",
  label: "a flat table of settings, one a column",
  match: (table, plan) => {
    const column = settingsColumn(table);
    const settings = findSettings(table, column, plan);
    const slots = settings.filter(({ kind }) => kind === "choice");
    if (settings.every(({ kind }) => kind === "constant")) return null;
    const sameSettings = namesakes(table, settings);
    return {
      structure: "flat",
      columns: takenColumns(table, column, settings),
      unitNames: ["settings"],
      layerNames: [slots.length > 0 ? slots.map(({ label }) => label) : ["network"]],
      notation: notationWith("flat", {
        keys: settings.map(({ label }) => label),
        // Where an empty cell became a choice of its own.
        blank: slots.filter(isBlankChoice).map(({ label }) => label),
      }),
      get notes() {
        return [...notesOf(settings, column), ...sameSettings.notes()];
      },
      row(row) {
        const outcome = readRow(fieldsOf(row.cells, column), settings, column);
        if (outcome.ok) sameSettings.add(row, outcome);
        return outcome;
      },
    };
  },
  write(space, architecture) {
    const details = notationDetails(space);
    const blank = new Set(listDetail(details, "blank"));
    const [unit = []] = architecture.units;
    const names = space.units[0]?.layerNames ?? [];
    const keys = listDetail(details, "keys");
    const entries = (keys.length > 0 ? keys : names).map((key): [string, FeatureValue | boolean | null] => {
      const node = unit[names.indexOf(key)];
      const isUnset = globalValue(space, architecture, givenName(key)) === "false";
      const value = isUnset
        ? null
        : node
          ? nodeValue(space, node, key)
          : globalValue(space, architecture, key);
      return [key, value === null || (blank.has(key) && value === NONE) ? null : scalarToJson(value)];
    });
    return JSON.stringify(Object.fromEntries(entries));
  },
};

const NONE = "none";
const givenName = (label: string): string => `${label} is set`;

/** Texts can say "none" themselves; a number that is there or not needs a second value to differ from. */
const isBlankChoice = ({ isText, hasBlanks }: SettingColumn): boolean => hasBlanks && isText;

/** An object of plain values, such as config: {lr: 0.1, optimizer: "adam"}. */
function isSettingsObject(cell: unknown): boolean {
  const values = Object.values(cellRecord(cell) ?? {});
  return values.length > 0 && values.every((value) => value === null || cellScalar(value) !== null);
}

/** The column of such objects, in most rows; an object called latency holds results. */
function settingsColumn(table: Table): string | null {
  const columns = table.columns.filter((label) => guessByName(label) !== "result");
  const column = columnWhere({ ...table, columns }, isSettingsObject);
  if (column === null) return null;
  const held = table.rows.filter(({ cells }) => cellRecord(cells[column]) !== null);
  return held.length * 2 > table.rows.length ? column : null;
}

const fieldsOf = (cells: TableRow["cells"], column: string | null): Readonly<Record<string, unknown>> =>
  column === null ? cells : { ...cells, ...cellRecord(cells[column]) };

function findSettings(table: Table, column: string | null, plan: ImportPlan = {}): SettingColumn[] {
  if (column === null)
    return settingColumns(
      table.columns.filter((label) => plan.columns?.[label] === "feature" || !isStatusColumn(table, label)),
      (function* () {
        for (const row of table.rows) yield row.cells;
      })(),
      plan.columns,
    );
  const inside = new Set<string>();
  for (const { cells } of table.rows)
    for (const key of Object.keys(cellRecord(cells[column]) ?? {})) inside.add(key);
  const beside = table.columns.filter(
    (label) =>
      label !== column &&
      !inside.has(label) &&
      !label.startsWith(`${column}.`) &&
      guessByName(label) === "setting",
  );
  const rows = (function* () {
    for (const row of table.rows) yield fieldsOf(row.cells, column);
  })();
  return settingColumns([...inside, ...beside], rows, plan.columns, (label) => inside.has(label));
}

/** Columns that hold settings, and those that a container lifted out of the object of settings. */
const takenColumns = (table: Table, column: string | null, settings: readonly SettingColumn[]): string[] => {
  const labels = new Set(settings.map(({ label }) => label));
  return table.columns.filter(
    (label) => label === column || labels.has(label) || (column !== null && label.startsWith(`${column}.`)),
  );
};

function readRow(
  fields: Readonly<Record<string, unknown>>,
  settings: readonly SettingColumn[],
  column: string | null,
): RowOutcome {
  const nodes: RawNode[] = [];
  const globals: Record<string, FeatureValue> = {};
  for (const setting of settings) {
    const { label, kind, hasBlanks, median } = setting;
    const value = cellScalar(fields[label]);
    if (kind === "range" && typeof value === "string")
      return {
        ok: false,
        field: column === null ? label : `${column}.${label}`,
        message: `${JSON.stringify(value)} is not a number`,
      };
    if (kind === "choice")
      nodes.push(value === null ? (isBlankChoice(setting) ? { [label]: NONE } : {}) : { [label]: value });
    else if (kind === "range") {
      // An empty cell counts as the middle of the range, and a second feature says that it was empty.
      globals[label] = value ?? median;
      if (hasBlanks) globals[givenName(label)] = String(value !== null);
    } else if (value !== null) globals[label] = value;
  }
  return { ok: true, units: [nodes.length > 0 ? nodes : [{ op: "network" }]], globals };
}

function notesOf(settings: readonly SettingColumn[], column: string | null): Issue[] {
  const names = settings.filter(({ kind }) => kind !== "constant").map(({ label }) => label);
  const unset = settings.filter(({ kind, hasBlanks }) => kind === "range" && hasBlanks);
  const absent = settings.filter((setting) => setting.kind === "choice" && setting.hasBlanks);
  return [
    {
      row: 0,
      field: column ?? "",
      message: `No notation of architectures was recognised, so the table is read as settings, one a column: ${names.join(", ")}. Say it of each column if this guess is wrong.`,
    },
    ...absent.map((setting) => ({
      row: 0,
      field: setting.label,
      message: `is empty in some rows. There it ${isBlankChoice(setting) ? `counts as "${NONE}"` : "does not apply"}.`,
    })),
    ...unset.map(({ label, median }) => ({
      row: 0,
      field: label,
      message: `is empty in some rows. There it counts as ${median}, the middle value, and "${givenName(label)}" is false.`,
    })),
  ];
}
