/** Layers that Keras lacks, as source: they stand in front of the model that needs them. */
export const OWN_LAYERS: Readonly<Record<string, string>> = {
  Position: `class Position(layers.Layer):
    """Adds a learned vector to every token."""

    def build(self, shape):
        self.weight = self.add_weight(
            shape=tuple(shape[1:]), initializer=keras.initializers.RandomNormal(stddev=0.02), name="weight"
        )

    def call(self, x):
        return x + self.weight
`,
  ClassToken: `class ClassToken(layers.Layer):
    """Puts one learned token in front."""

    def build(self, shape):
        self.weight = self.add_weight(
            shape=(1, shape[-1]), initializer=keras.initializers.RandomNormal(stddev=0.02), name="weight"
        )

    def call(self, x):
        token = keras.ops.zeros_like(x[:, :1]) + self.weight
        return keras.ops.concatenate([token, x], axis=1)

    def compute_output_shape(self, shape):
        return (shape[0], shape[1] + 1, shape[2])
`,
  Attention: `class Attention(layers.Layer):
    """Scaled dot products of queries, keys and values, in equal parts for every head."""

    def __init__(self, heads, causal, **settings):
        super().__init__(**settings)
        self.heads = heads
        self.causal = causal

    def call(self, inputs):
        queries, keys, values = inputs
        tokens, features = queries.shape[1], queries.shape[2]
        width = features // self.heads
        q, k, v = (
            keras.ops.transpose(keras.ops.reshape(x, (-1, tokens, self.heads, width)), (0, 2, 1, 3))
            for x in (queries, keys, values)
        )
        scores = keras.ops.matmul(q, keras.ops.transpose(k, (0, 1, 3, 2))) / width**0.5
        if self.causal:
            later = keras.ops.triu(keras.ops.ones((tokens, tokens)), 1)
            scores = scores - 1e9 * later
        mixed = keras.ops.matmul(keras.ops.softmax(scores, axis=-1), v)
        return keras.ops.reshape(keras.ops.transpose(mixed, (0, 2, 1, 3)), (-1, tokens, features))

    def compute_output_shape(self, shapes):
        return shapes[0]
`,
};
