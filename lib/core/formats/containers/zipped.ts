import { modelsAlone, modelsMeasured } from "./modelTable";
import type { TableOutcome } from "../readTable";
import type { Unwrapped } from "./index";
import type { ZipArchive, ZipFile } from "./zip";

const failed = (message: string): TableOutcome => ({ ok: false, message });

/** What programs and people put beside the data. */
const BESIDE =
  /(?:^|\/)(?:__MACOSX\/.*|\..*|thumbs\.db|readme[^/]*|licen[cs]e[^/]*|[^/]*\.(?:md|pdf|png|jpe?g|svg|py|ipynb))$/i;
const MOST_NAMED = 5;

/** Files that are zip archives inside. */
const WORKBOOKS: readonly (readonly [mark: RegExp, name: string, mend: string])[] = [
  [/^xl\/workbook\.(?:xml|bin)$/, "an Excel workbook", "Save the sheet as CSV UTF-8 and choose that."],
  [/^content\.xml$/, "an OpenDocument file", "Save the sheet as CSV and choose that."],
  [/\.npy$/, "an archive of NumPy arrays", "Save the table as CSV or JSON and choose that."],
];

/** The one table of an archive; models with a table of what was measured. @throws ArchiveError */
export function readZipped(archive: ZipArchive, unwrapped: Unwrapped): TableOutcome {
  const files = archive.files.filter(({ name }) => !BESIDE.test(name));
  const [only] = files;
  if (only === undefined)
    return failed("The zip archive holds no table. Put one CSV, JSON or pickle file into it.");
  const workbook = WORKBOOKS.find(([mark]) => archive.files.some(({ name }) => mark.test(name)));
  if (workbook) return failed(`The file is ${workbook[1]}. ${workbook[2]}`);
  const models = files.filter(({ name }) => MODEL.test(name));
  if (models.length > 0) return readModels(archive, models, files, unwrapped);
  if (files.length === 1) return unwrapped.readBytes(archive.read(only));
  return failed(
    `The zip archive holds ${files.length} files (${named(files)}), and one table is read at a time. Unpack it, choose one of them, and add the others to its dataset with "Add rows or metrics".`,
  );
}

const MODEL = /\.onnx$/i;

/** Models, and the one table beside them. */
function readModels(
  archive: ZipArchive,
  models: readonly ZipFile[],
  files: readonly ZipFile[],
  { readBytes }: Unwrapped,
): TableOutcome {
  const tables = files.filter((file) => !models.includes(file));
  const [only] = tables;
  const read = models.map((file) => ({ name: file.name, read: () => archive.read(file) }));
  if (only === undefined) return { ok: true, table: modelsAlone(read) };
  if (tables.length > 1)
    return failed(
      `The zip archive holds ${tables.length} files beside its models (${named(tables)}). Leave the one table of what was measured.`,
    );
  const measured = readBytes(archive.read(only));
  if (!measured.ok) return failed(`${only.name}: ${measured.message}`);
  const table = modelsMeasured(read, measured.table);
  if (table !== null) return { ok: true, table };
  return failed(
    `No column of ${only.name} names the models. Add a column with file names such as ${models[0]?.name ?? "a.onnx"}.`,
  );
}

/** The first names, and how many more there are. */
export const named = (files: readonly ZipFile[]): string =>
  files
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join(", ") + (files.length > MOST_NAMED ? ` and ${files.length - MOST_NAMED} more` : "");
