import type { Candidate } from "@/lib/core/dataset";

/** By id of the reader: how a file of the format may look. */
const EXAMPLES: Readonly<Record<string, string>> = {
  archset: '{"format": "archset", "version": 1, ...}',
  "operation-graphs": "a.onnx, b.onnx and a table of what was measured, dropped together",
  "nas-bench-201": "|nor_conv_3x3~0|+|none~0|skip_connect~1|+...",
  "darts-genotype": "Genotype(normal=[('sep_conv_3x3', 0), ...], ...)",
  "once-for-all": "{'ks': [...], 'e': [...], 'd': [...]}",
  "once-for-all-resnet": '{"d": [0, 1, 2, 0, 1], "e": [0.25, ...], "w": [0, 1, 2, ...]}',
  "trans-nas-bench": "64-41414-3_33_333",
  "node-graphs": '{"nodes": [{"op": "conv"}, ...], "edges": [[0, 1], ...]}',
  "layer-objects": '[{"type": "mbconv", "kernel": 3}, ...]',
  "nas-bench-101": '{"adjacency": [[0, 1], [0, 0]], "ops": ["input", "output"]}',
  "nas-bench-graph": "link,op1,op2,op3,op4 with 0012,gat,gcn,gin,fc",
  "block-tokens": "u1,u2,accuracy with e4k7 e6k7,e3k5,0.907",
  "layer-lists": '{"depth": 12, "num_heads": [3, 4, ...], "mlp_ratio": [4, 3.5, ...]}',
  "coded-chain": "arch,accuracy with 02012100,93.1",
  flat: "width,depth,activation,accuracy with 64,4,relu,0.91",
};

/** What files may look like, format by format. */
export function KnownFormats({ readers }: { readers: readonly Candidate[] }) {
  return (
    <section aria-label="What files may look like" className="text-muted">
      <h2 className="font-medium text-ink">What files may look like</h2>
      <p className="mt-1">
        CSV, TSV, JSON, JSON Lines, pickle, PyTorch or ONNX files, also zipped or gzipped, that hold one of
        these:
      </p>
      <ul className="mt-1 list-disc space-y-1 pl-5">
        {readers.map(({ id, label }) => (
          <li key={id}>
            {label}
            {EXAMPLES[id] !== undefined && (
              <>
                {" "}
                <code className="rounded bg-sunken px-1 font-mono text-[0.92em] break-words text-ink">
                  {EXAMPLES[id]}
                </code>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
