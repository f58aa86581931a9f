/** One element's words in every form the house uses. */
export interface Names {
  /** `cc-notice-board` */
  tag: string;
  /** `notice-board` */
  file: string;
  /** `noticeBoard` */
  group: string;
  /** `NoticeBoard` */
  pascal: string;
  /** `Notice board` */
  title: string;
  /** `notice board` */
  words: string;
}

/** Reads a tag; throws one sentence when it is none of ours. */
export function namesOf(tag: string): Names {
  if (!/^cc-[a-z]+(-[a-z]+)*$/.test(tag)) {
    throw new Error(
      `"${tag}" is no tag of this package: write cc- and lower-case words, such as cc-notice-board.`,
    );
  }
  const file = tag.slice('cc-'.length);
  const parts = file.split('-');
  const pascal = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
  const words = parts.join(' ');
  return {
    tag,
    file,
    pascal,
    words,
    group: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    title: words.charAt(0).toUpperCase() + words.slice(1),
  };
}
