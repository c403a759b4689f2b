/** Titles of the way somebody takes through a product, in lower case: "Booking flow", "Flujo de reserva", "下单流程". */
export const flowTitle: RegExp =
  /(?:^|\s)(?:work|user )?flows?$|(?:^|\s)journeys?$|(?:^|\s)walk-?through$|^(?:flujos?|fluxos?|recorridos?|jornadas?|parcours|luồng)(?=\s|$)|(?:^|\s)\p{L}*(?:ablauf|abläufe)(?=\s|$)|(?:流程|流れ|フロー)$|흐름$|^(?:сценарий|порядок)(?=\s|$)/u;
