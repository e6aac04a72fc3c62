/**
 * The finite-sample 90 % quantile of split conformal prediction: the ceil(0.9 (n + 1))-th smallest error, or the largest
 * where n is below 9. As many unseen rows, drawn like these, err less. Undefined where there are no errors.
 */
export function conformalQuantile(errors: readonly number[]): number | undefined {
  const ascending = [...errors].sort((a, b) => a - b);
  return ascending[Math.min(ascending.length, Math.ceil(0.9 * (ascending.length + 1))) - 1];
}
