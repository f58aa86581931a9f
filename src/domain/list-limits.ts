/** The fixed numbers of every list, apart from the others: a page that shows a list needs no more of them. */
export const listLimits = {
  queryChars: 200,
  pageSize: 50,
  pageSizeMax: 100,
} as const;
