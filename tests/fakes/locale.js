// A fake locale host in a page: the samples' times and numbers by a few lines instead of the browser's data, which
// differ between engines and change with their versions. Loaded before any widget.
{
  const forms = {
    en: { months: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" "), halves: ["AM", "PM"], comma: ", ",
      date: (day, month, year) => `${month} ${day}, ${year}` },
    ar: { months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(" "), halves: ["ص", "م"], comma: "، ",
      date: (day, month, year) => `${day} ${month} ${year}` },
  };

  /** What has a form here is known. */
  const supportedLocalesOf = (tag) => (tag in forms ? [tag] : []);

  Intl.DateTimeFormat = class {
    static supportedLocalesOf = supportedLocalesOf;

    constructor(tag, { timeStyle, hour } = {}) {
      this.form = forms[tag];
      this.clock = timeStyle || hour;
    }

    format(time) {
      const { months, halves, comma, date } = this.form;
      const day = date(time.getUTCDate(), months[time.getUTCMonth()], time.getUTCFullYear());
      if (!this.clock) return day;
      const hours = time.getUTCHours();
      return `${day}${comma}${hours % 12 || 12}:${String(time.getUTCMinutes()).padStart(2, "0")} ${halves[hours < 12 ? 0 : 1]}`;
    }
  };

  Intl.NumberFormat = class {
    static supportedLocalesOf = supportedLocalesOf;

    format(number) {
      return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
    }
  };
}
