/** Rounds after a draft where nobody says otherwise. */
export const defaultRepairRounds = 2;
/** More rounds than this were never seen to help. */
export const mostRepairRounds = 5;
