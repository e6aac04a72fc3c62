/** Words of names of results. */
const RESULT = new Set(
  (
    "acc accuracy top1 top5 err error loss perplexity ppl bleu f1 map ap miou iou auc psnr ssim score reward perf performance " +
    "lat latency time runtime seconds throughput fps qps ms flops macs gmacs gflops mflops mmacs macts params param parameters " +
    "nparams mem memory energy power cost co2 co2eq carbon rank diff objective target result wh kwh joules mj mb gb samples sec y"
  ).split(" "),
);

/** Words of names of settings; they win over words of results: batch size, crop pct, time steps. */
const SETTING = new Set(
  (
    "img image resolution res batch kernel kernels ks filter filters channel channels width depth layer layers block blocks stage " +
    "stages head heads dim dims hidden embed embedding embeddings expand expansion ratio stride dilation group groups pool pooling " +
    "op ops operation edge activation act norm bias dropout drop lr learning wd decay momentum optimizer optimiser scheduler " +
    "schedule augment augmentation crop interpolation epochs epoch steps warmup bits quant precision patch window vocab seq " +
    "context neurons mlp se skip pretrain pretrained init gamma beta alpha lambda tau temperature"
  ).split(" "),
);

/** Words of names that are neither: which row it is, when and where it was measured, in which unit. */
const NEITHER = new Set(
  "id uid uuid hash name model idx index row trial seed date datetime timestamp source file path url unit status comment note notes".split(
    " ",
  ),
);

const SURE_RESULT = /^(?:acc|accuracy|latency|lat|loss|params|flops|macs)$/;
const SETTING_SHAPE = new Set("size rate type num number count".split(" "));
/** A number that stands alone counts the rows, as in the tables that optimisers write. */
const COUNTS_ROWS = /^(?:number|num|no|nr)$/i;
const NUMBERED = /^(?:x|hp|arg|param)\d*$/;

/** `Top-1 Acc (%)` -> top1, acc; `imgSize` -> img, size; `op_3` -> op, 3. */
const wordsOf = (label: string): string[] =>
  label
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/top[\s_-]*([15])(?!\d)/g, "top$1")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

export type NameGuess = "result" | "setting" | "neither" | "unknown";

/** What a column's name says it holds: a result, a setting of the network or its training, or neither. */
export function guessByName(label: string): NameGuess {
  if (COUNTS_ROWS.test(label.trim())) return "neither";
  const words = wordsOf(label);
  const last = words.findLast((word) => !/^\d+$/.test(word)) ?? "";
  const isSetting = words.some((word) => SETTING.has(word) || SETTING.has(word.replace(/\d+$/, "")));
  if (isSetting && !SURE_RESULT.test(last)) return "setting";
  if (words.some((word) => RESULT.has(word))) return "result";
  if (words.some((word) => NEITHER.has(word))) return "neither";
  return NUMBERED.test(last) || words.some((word) => SETTING_SHAPE.has(word)) ? "setting" : "unknown";
}
