/**
 * Text for comments and strings of source code: names come from uploaded files, and must not end the comment they
 * stand in. Letters, digits and a few marks stay; anything else becomes a blank.
 */
export const plainText = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} _.,:;()+~|=@-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
