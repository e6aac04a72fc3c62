import { notFound } from "@/lib/api/errors";
import { predictorParams } from "@/lib/api/requests";
import { jsonText, noContent } from "@/lib/api/respond";
import { route } from "@/lib/api/route";
import { deletePredictor, predictorFileText } from "@/lib/server/predictors";

export const GET = route({ params: predictorParams }, async ({ params }) => {
  const text = await predictorFileText(params.id, params.predictorId);
  if (text === null) throw notFound("predictor");
  return jsonText(text);
});

export const DELETE = route({ params: predictorParams }, async ({ params }) => {
  if (!(await deletePredictor(params.id, params.predictorId))) throw notFound("predictor");
  return noContent();
});
