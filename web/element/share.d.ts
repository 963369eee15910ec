/** What a link preview or a messenger's card says of an article; "" where there is none. */
export interface Share {
  title: string;
  desc: string;
  /** URL of the article, else of the page. */
  link: string;
  /** URL of a picture. */
  image: string;
}
