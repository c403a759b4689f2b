import { simplifyIdeographs } from './ideograph-forms';
import { termList } from './term-list';

/** Who commonly uses a product, lower case and in the singular; what bends is compared by its beginning. */
export const roleNames: readonly string[] = termList(`
  user, end user, guest, visitor, customer, client, buyer, seller, vendor, supplier, admin, administrator, super admin,
  manager, owner, moderator, operator, editor, author, reader, member, organizer, organiser, host, employee, staff, worker,
  volunteer, coordinator, driver, rider, passenger, courier, teacher, student, pupil, parent, tutor, instructor, coach,
  doctor, nurse, patient, caregiver, therapist, landlord, tenant, resident, player, developer, maintainer, contributor,
  reviewer, approver, auditor, analyst, accountant, agent, support agent, dispatcher, technician, cashier, waiter,
  cook, chef, librarian, borrower, lender, investor, donor, recruiter, candidate, applicant, hr, secretary, treasurer,
  receptionist, crew, kitchen, back office, front desk, everyone, anonymous user, registered user, logged in user,
  usuario, usuaria, invitado, visitante, cliente, comprador, vendedor, proveedor, administrador, administradora, gerente,
  dueño, propietario, moderador, operador, editor, lector, miembro, socio, organizador, anfitrión, empleado, personal,
  trabajador, voluntario, coordinador, coordinadora, conductor, repartidor, profesor, docente, alumno, estudiante, padre,
  familia, médico, enfermera, paciente, inquilino, vecino, jugador, técnico, encargado, cocina, secretaría, recepción,
  usuário, convidado, fornecedor, dono, proprietário, membro, organizador, funcionário, equipe, trabalhador, voluntário,
  coordenador, motorista, entregador, professor, aluno, responsável, pai, enfermeiro, inquilino, morador, jogador,
  lojista, recepção, cozinha, gestor, atendente,
  utilisateur, utilisatrice, invité, visiteur, acheteur, vendeur, fournisseur, administrateur, gestionnaire, propriétaire,
  modérateur, opérateur, éditeur, lecteur, membre, adhérent, organisateur, hôte, employé, salarié, bénévole, coordinateur,
  chauffeur, livreur, enseignant, élève, étudiant, famille, médecin, infirmier, locataire, habitant, joueur, technicien,
  particulier, équipe, accueil, cuisine, comptabilité, secrétariat,
  benutzer, nutzer, gast, besucher, kunde, käufer, verkäufer, lieferant, verwalter, betreiber, mitglied, veranstalter,
  mitarbeiter, ehrenamtliche, fahrer, lehrer, schüler, eltern, arzt, pflege, mieter, vermieter, spieler, techniker,
  пользователь, гость, посетитель, клиент, покупатель, продавец, поставщик, администратор, менеджер, владелец, модератор,
  оператор, редактор, автор, читатель, участник, организатор, сотрудник, волонтёр, волонтер, координатор, водитель, курьер,
  учитель, преподаватель, ученик, студент, родитель, врач, медсестра, пациент, житель, жилец, игрок, мастер, бухгалтер,
  кассир, повар, диспетчер, руководитель, исполнитель, заказчик,
  người dùng, khách, khách hàng, người mua, người bán, quản trị viên, admin, quản lý, chủ quán, chủ cửa hàng, nhân viên,
  thành viên, tài xế, người giao hàng, giáo viên, học sinh, sinh viên, phụ huynh, bác sĩ, bệnh nhân, thợ, bếp, thu ngân,
  cán bộ, người dân, chủ nhà, người thuê,
  用户, 使用者, 游客, 访客, 客户, 顾客, 买家, 卖家, 商家, 商户, 供应商, 管理员, 超级管理员, 管理者, 店长, 店主, 老板, 运营, 运营人员, 审核员,
  编辑, 作者, 读者, 会员, 员工, 店员, 司机, 骑手, 老师, 教师, 学生, 家长, 医生, 护士, 患者, 居民, 业主, 物业, 租客, 房东, 玩家, 志愿者, 财务,
  客服, 团长, 摊主, 开发者,
  ユーザー, 一般ユーザー, 利用者, ゲスト, 顧客, 客, お客様, 購入者, 出品者, 管理者, 店主, 店長, 店舗, 運営, 運営者, 編集者, 会員, 従業員, 社員,
  スタッフ, 運転手, 先生, 教員, 講師, 学生, 生徒, 保護者, 医師, 看護師, 患者, 住民, 大家, プレイヤー, ボランティア, 開発者, 担当者, 参加者, 主催者,
  사용자, 이용자, 일반 사용자, 방문자, 손님, 고객, 구매자, 판매자, 관리자, 점주, 사장님, 운영자, 편집자, 회원, 비회원, 직원, 기사, 운전자, 교사, 선생님,
  강사, 학생, 학부모, 의사, 간호사, 환자, 주민, 플레이어, 봉사자, 개발자, 담당자, 참가자,
`);

/** What stands in front of a role in a heading that says whom the part below is for: "Para la coordinadora". */
export const forWhom =
  /^(?:for|para|pour|cote|fur|для|от лица|cho|danh cho|phia|as|como|en tant que|als)\s+(?:(?:the|an?|all|el|la|los|las|les|le|o|os|as|a|die|den|das|der)\s+)?|^(?:l|les?|la|el|los|las|the|os?|as?|die|der|das) /u;

/** A heading that says as whom the part below is told, in forms that nothing else has: "As a parent", "保護者として". */
export const toldAs =
  /^(?:as (?:an?|the)\s|en tant qu(?:e\s|['’])|作[为為]|с точки зрения\s|với (?:tư cách|vai trò)\s)[^.。:：]{1,40}$|^.{1,20}(?:として|으로서|로서)$/iu;

/** What stands behind one where words are written without spaces, or as "side" and "view": 用户端, 住民ができること. */
export const roleEnding = new RegExp(
  String.raw`\s?(?:${simplifyIdeographs(
    '端|侧|側|方|向け(?:の?機能)?|が?(?:できること|すること)|(?:用の?|の)?機能|功能|용(?: 기능)?|측',
  )}|side|view|functions?|features?|facing|actions?)$`,
  'u',
);

/** Headings below which each heading or bullet is about one role. */
export const namesRoles =
  /^(?:user |actors? |main )?(?:roles?|actors?|user types?|personas?)(?= |$)|^(?:roles?|actores|perfiles|tipos de usuario|papeis|perfis|atores|acteurs|profils|rollen|akteure)(?= |$)|^(?:роли|акторы|деиствующие лица)(?= |$)|^(?:vai tro|tac nhan)(?= |$)|^(?:用户角色|角色|役割|アクター|역할|사용자 유형)/u;
