import { imported } from "../core/formats/reading";

/** Two DARTS genotypes of two nodes a cell: what a node reads says the edges. */
export const genotypes = imported(`arch,accuracy
"Genotype(normal=[('conv', 0), ('skip', 1), ('conv', 2), ('skip', 0)], normal_concat=[2, 3], reduce=[('skip', 0), ('conv', 1), ('conv', 2), ('conv', 1)], reduce_concat=[2, 3])",90
"Genotype(normal=[('skip', 0), ('skip', 1), ('conv', 1), ('skip', 0)], normal_concat=[2, 3], reduce=[('conv', 0), ('conv', 1), ('skip', 2), ('conv', 0)], reduce_concat=[2, 3])",91`).dataset;
