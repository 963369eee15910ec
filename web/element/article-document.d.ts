// Made from src/document/article.schema.json by tools/document-types.mjs.

/** At least one of the members named is there. */
type WithOneOf<Members, Name extends keyof Members> = Members & { [One in Name]: Required<Pick<Members, One>> }[Name];

/**
 * What the article viewer loads at run time: one news article with the parts that stand around it on a news
 * site. At least one of article, gallery, rankings, comments; a part that is absent is not drawn. Unknown
 * members are ignored (./dev check names what was probably meant). URLs may be relative to the document's own
 * URL.
 */
export type ArticleDocument = WithOneOf<{
  /** For editors; not read. */
  $schema?: string;
  version?: 1;
  /**
   * BCP 47 tag of the text. Chooses fonts, line breaking, direction and the widget's own words. zh, zh-CN,
   * zh-SG, zh-Hans: Simplified, mainland marks. zh-Hant, zh-TW: Traditional, Taiwan marks. zh-HK, zh-MO:
   * Traditional, Hong Kong. zh-Hant-CN: Traditional forms, mainland marks and rules. Absent: the embedding
   * page's language.
   */
  language?: string;
  site?: {
    name?: string;
    url?: string;
    logo?: string;
    login?: ArticleLink;
    /** Link to the digital (e-paper) edition. */
    edition?: ArticleLink;
    /**
     * IANA name or offset (+08:00): of times that bear no zone, and the zone in which all are shown. Not
     * shown yet.
     */
    timeZone?: string;
    /** Whether times under 24 hours old are shown as ago. Default false. Not shown yet. */
    relativeTimes?: boolean;
  };
  article?: {
    id?: string;
    url?: string;
    /** Series or column name that stands before the headline. */
    kicker?: string;
    headline: string;
    summary?: string;
    /**
     * RFC 3339 date-time, a local date-time without zone ('2023-03-12 09:56', seconds optional, space or T),
     * or a date alone. Shown as written, in its own offset; with site.timeZone, what has another offset is
     * shown in that zone. YYYY-MM-DD HH:mm in Chinese, the language's usual medium form elsewhere.
     */
    published?: string;
    /**
     * RFC 3339 date-time, a local date-time without zone ('2023-03-12 09:56', seconds optional, space or T),
     * or a date alone. Shown as written, in its own offset; with site.timeZone, what has another offset is
     * shown in that zone. YYYY-MM-DD HH:mm in Chinese, the language's usual medium form elsewhere.
     */
    updated?: string;
    source?: ArticleLink;
    /** Who made it, by role, in the order shown: video, text, photos. */
    bylines?: readonly ArticleCredit[];
    /** Picture that stands at the head of the card. */
    lead?: ArticlePhoto;
    body?: readonly ArticleBlock[];
    /** Editors and others named at the foot. */
    credits?: readonly ArticleCredit[];
    tags?: readonly (string | ArticleLink)[];
    /** The article read aloud: a player under the meta line. Not shown yet. */
    audio?: {
      media: string;
      duration?: number;
      title?: string;
    };
    /**
     * A short mark shown before the headline or on the picture (an advertisement, made by machine). Not shown
     * yet.
     */
    label?: string;
    /** Shown at the foot, newest first. Not shown yet. */
    corrections?: readonly {
      /**
       * RFC 3339 date-time, a local date-time without zone ('2023-03-12 09:56', seconds optional, space or
       * T), or a date alone. Shown as written, in its own offset; with site.timeZone, what has another offset
       * is shown in that zone. YYYY-MM-DD HH:mm in Chinese, the language's usual medium form elsewhere.
       */
      date?: string;
      text: ArticleText;
    }[];
  };
  gallery?: WithOneOf<{
    title?: string;
    photos?: readonly ArticlePhoto[];
    /**
     * Fetched apart, in any format the viewer reads; its members replace the part's own when they arrive.
     * Relative to the document. Not shown yet.
     */
    src?: string;
  }, "photos" | "src">;
  rankings?: WithOneOf<{
    title?: string;
    /** id of the tab shown first; otherwise the first tab. */
    selected?: string;
    tabs?: readonly {
      id: string;
      label: string;
      /** Where the whole ranking stands. */
      more?: ArticleLink;
      /** In rank order; the first is number 1. */
      items: readonly {
        title: string;
        url?: string;
        views?: number;
      }[];
    }[];
    /**
     * Fetched apart, in any format the viewer reads; its members replace the part's own when they arrive.
     * Relative to the document. Not shown yet.
     */
    src?: string;
  }, "tabs" | "src">;
  comments?: {
    title?: string;
    total?: number;
    participants?: number;
    /** Where a reader writes a comment. */
    write?: ArticleLink;
    /** Where all comments stand. */
    more?: ArticleLink;
    /** What is shown where there is no comment yet. */
    empty?: string;
    hot?: readonly ArticleComment[];
    latest?: readonly ArticleComment[];
    /**
     * Fetched apart, in any format the viewer reads; its members replace the part's own when they arrive.
     * Relative to the document. Not shown yet.
     */
    src?: string;
  };
}, "article" | "gallery" | "rankings" | "comments">;

export type ArticleLink = {
  label: string;
  url?: string;
};

export type ArticleCredit = {
  role?: string;
  names: readonly (string | {
    name: string;
    /** Shown before the name in Chinese: 見習記者 + name. */
    title?: string;
    url?: string;
  })[];
};

/** With no src, a photo of which only the caption is known: the caption is shown in its place. */
export type ArticlePhoto = WithOneOf<{
  src?: string;
  /** The same picture at other widths. */
  sources?: readonly {
    src: string;
    /** Pixels. */
    width: number;
    type?: string;
  }[];
  /** Pixels of src, so that room is kept before it arrives. */
  width?: number;
  height?: number;
  alt?: string;
  caption?: string;
  credit?: string;
  /** Point that a crop keeps, as shares of width and height. */
  focus?: {
    x: number;
    y: number;
  };
  /** Page that the caption leads to. */
  url?: string;
  /**
   * A short mark shown before the headline or on the picture (an advertisement, made by machine). Not shown
   * yet.
   */
  label?: string;
}, "src" | "caption">;

export type ArticleComment = {
  author: string;
  avatar?: string;
  /**
   * RFC 3339 date-time, a local date-time without zone ('2023-03-12 09:56', seconds optional, space or T), or
   * a date alone. Shown as written, in its own offset; with site.timeZone, what has another offset is shown
   * in that zone. YYYY-MM-DD HH:mm in Chinese, the language's usual medium form elsewhere.
   */
  published?: string;
  text: string;
  likes?: number;
};

export type ArticleBlock =
  | {
    type: "paragraph" | "quote";
    text: ArticleText;
  }
  | {
    type: "heading";
    level?: number;
    text: ArticleText;
  }
  | {
    type: "list";
    ordered?: boolean;
    items: readonly (
      | ArticleText
      /** Not shown yet. */
      | {
        text: ArticleText;
        /** A list within the item; three levels at most. */
        list: {
          ordered?: boolean;
          items: readonly unknown[];
        };
      })[];
  }
  | {
    type: "photo";
    photo: ArticlePhoto;
  }
  /**
   * With media that the browser plays it plays in place, over its poster; else a link to url, poster with a
   * play mark.
   */
  | WithOneOf<{
    type: "video";
    url?: string;
    title?: string;
    /** Seconds. */
    duration?: number;
    poster?: ArticlePhoto;
    /** The file itself. Not shown yet. */
    media?: string;
    /**
     * A short mark shown before the headline or on the picture (an advertisement, made by machine). Not shown
     * yet.
     */
    label?: string;
  }, "url" | "media">
  | {
    type: "rule";
  }
  /** A quotation set apart, with who said it. Not shown yet. */
  | {
    type: "pullquote";
    text: ArticleText;
    source?: string;
  }
  /** Wider than the column, it scrolls sideways within it. Cells are texts. Not shown yet. */
  | {
    type: "table";
    caption?: string;
    /** Whether the first row (row), the first column (column) or both head the others. */
    header?: "none" | "row" | "column" | "both";
    rows: readonly (readonly ArticleText[])[];
  }
  /**
   * What plays or stands elsewhere (post, map, sound, document): a card that links there; nothing of it is
   * loaded but its picture. Not shown yet.
   */
  | {
    type: "embed";
    url: string;
    title?: string;
    provider?: string;
    kind?: "post" | "video" | "audio" | "map" | "document" | "other";
    photo?: ArticlePhoto;
  }
  /** Line breaks and spaces kept, one width for every character. Not shown yet. */
  | {
    type: "code";
    text: string;
  }
  /** Line breaks kept: poems, addresses. Not shown yet. */
  | {
    type: "verse";
    text: ArticleText;
  }
  /** A sound that plays in place. Not shown yet. */
  | {
    type: "audio";
    media: string;
    url?: string;
    title?: string;
    /** Seconds. */
    duration?: number;
  }
  /**
   * Room for the page's own: the element's child whose slot attribute is name stands there. Without one it
   * takes no room.
   */
  | {
    type: "slot";
    name: string;
    /** CSS px reserved until it is there. */
    height?: number;
  }
  /** A block of a type that the viewer does not know: its fallback is shown, else its text. Not shown yet. */
  | {
    type: string;
    fallback?: ArticleBlock;
    text?: ArticleText;
  };

/** A plain string, or runs with inline style and links. */
export type ArticleText = string | readonly (string | {
  text: string;
  strong?: boolean;
  emphasis?: boolean;
  language?: string;
  url?: string;
  /** Reading, drawn above the text (pinyin, bopomofo, furigana). Not shown yet. */
  ruby?: string;
})[];
