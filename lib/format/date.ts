const day = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });

/** « 3 mars 2027 » */
export const formatDay = (date: Date) => day.format(date);
