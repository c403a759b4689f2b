import { normalizeHeading } from '../document/plain-heading';
import { termList } from './term-list';

/** Headings that name a part of a plan or, among the chapters of a product, a thing of it: "Tasks" of people who pick orders. */
export const planOrThing: ReadonlySet<string> = new Set(
  termList(`
    tasks, task list, checklist, checklists, schedule, timetable, timetables, resources, team, teams, budget, pricing, milestones, sprints,
    tareas, lista de tareas, equipo, equipos, recursos, presupuesto, tarefas, lista de tarefas, equipe, equipes, orçamento,
    tâches, liste des tâches, équipe, équipes, ressources, budget, aufgaben, aufgabenliste, teams, ressourcen,
    задачи, список задач, команда, ресурсы, бюджет, công việc, danh sách công việc, nhiệm vụ, nguồn lực, ngân sách,
    任务, 任务列表, 任务清单, 团队, 资源, 预算, 排期, タスク, タスク一覧, チーム, 予算, 작업, 작업 목록, 팀, 예산
  `).map(normalizeHeading),
);

/**
 * Headings that tell how the document came about or who agreed to it or, behind other chapters of what is wanted, what people
 * can look up or do.
 */
export const recordOrThing: ReadonlySet<string> = new Set(
  termList(`
    history, historique, historial, histórico, verlauf, historie, история, lịch sử, 历史, 历史记录, 履歴, 이력, tickets,
    approval, approvals, aprobación, aprobaciones, aprovação, aprovações, approbation, approbations, freigabe, freigaben,
    genehmigung, согласование, утверждение, phê duyệt, 审批, 承認, 승인
  `).map(normalizeHeading),
);
