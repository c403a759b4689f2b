import { termList } from './term-list';

/** Labels within a statement behind which stands what it is accepted by: "... Success: ten equal requests give one row." */
export const inlineCriterionLabels: ReadonlySet<string> = new Set(
  termList(`
    acceptance, acceptance criteria, acceptance criterion, acceptance test, accepted when, accepted if, ac, success, success criteria, success criterion,
    done when, done if, ready when, verified by, verification, verify, fit criterion,
    akzeptanz, akzeptanzkriterium, akzeptanzkriterien, abnahme, abnahmekriterium, abnahmekriterien, erfolg, erfolgskriterium, erfolgskriterien, fertig wenn,
    aceptación, criterio de aceptación, criterios de aceptación, éxito, criterio de éxito, criterios de éxito, listo cuando,
    aceitação, aceite, critério de aceitação, critérios de aceitação, critério de aceite, critérios de aceite, sucesso, critério de sucesso, pronto quando,
    acceptation, critère d'acceptation, critères d'acceptation, succès, critère de succès, critères de succès, terminé quand,
    критерий приемки, критерии приемки, критерий приёмки, критерии приёмки, критерий успеха, критерии успеха, успех, готово если, готово когда,
    tiêu chí chấp nhận, tiêu chí thành công, thành công khi,
    验收, 验收标准, 验收条件, 成功标准, 完成标准, 受入基準, 受け入れ基準, 受入条件, 成功基準, 完了条件, 인수 조건, 수용 기준, 완료 조건, 성공 기준
  `),
);
