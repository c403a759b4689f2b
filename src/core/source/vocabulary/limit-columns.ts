/** Headings of columns that hold the lowest, the usual and the highest value of what a row names, in lower case. */
export const limitColumn: RegExp =
  /^(?:min|max|typ|nom)\.?$|^(?:min(?:imum|imal)?|max(?:imum|imal)?|typ(?:ical|isch)?|nominal|nennwert|sollwert|grenzwert|rated|lower|upper|lowest|highest|tolerance|toleranz|m[íi]n(?:im[oa])?|m[áa]x(?:im[oa])?|t[íi]p(?:ic[oa])?|toler[aâ]ncia|tolerancia|nominale?|minimale?|maximale?|typique|tolérance|мин(?:имум|имальное)?|макс(?:имум|имальное)?|тип(?:овое|ичное)|ном(?:инал|инальное)?|допуск|tối thiểu|tối đa|điển hình|danh định)\.?(?: (?:limit|value|wert|valor|valeur|значение))?$|^(?:最小|最大|最低|最高|典型|标准|標準|额定|定格|公称)(?:值|値)?$|^(?:최소|최대|표준|정격)(?:값|치)?$/u;

/** Headings of the column that holds the unit of such values, in lower case. */
export const unitColumn: RegExp =
  /^(?:units?|unidad(?:es)?|unidades?|unité|einheit(?:en)?|ед(?:\.|иниц\p{L}*)?(?: изм(?:\.|ерения)?)?|đơn vị|单位|単位|단위)$/u;
