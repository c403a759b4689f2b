/** One statement, and ways in which its author may have said it later. */
export interface Wording {
  readonly text: string;
  /** A few words differ. */
  readonly slight: string;
  /** About half of the words differ, and nothing of the meaning. */
  readonly strong: string;
}

/** A document without ids: groups of statements, each worded three times; and statements about something else. */
export interface Material {
  readonly language: string;
  readonly section: string;
  readonly groups: readonly {
    readonly heading: string;
    readonly later: string;
    readonly items: readonly Wording[];
  }[];
  /** New statements, which say nothing that stands in the groups. */
  readonly others: readonly string[];
}

const item = (text: string, slight: string, strong: string): Wording => ({ text, slight, strong });

export const materials: readonly Material[] = [
  {
    language: 'English',
    section: 'Features',
    groups: [
      {
        heading: 'Ordering',
        later: 'Placing orders',
        items: [
          item(
            'Guests can order drinks from their table by scanning a code',
            'Guests can order drinks and snacks from their table by scanning a code',
            'By scanning the code on the table, every guest is able to place an order for drinks',
          ),
          item(
            'The kitchen sees each new order within five seconds on a screen',
            'The kitchen sees each new order within three seconds on its screen',
            'A new order shows up in the kitchen on a display no later than five seconds after it was placed',
          ),
          item(
            'A waiter can split the bill of a table between several payers',
            'A waiter can split the bill of one table between several guests',
            'Staff must be able to split one bill so that several payers each settle a share',
          ),
          item(
            'Sold out dishes disappear from the menu without a reload',
            'Sold-out dishes disappear from the menu at once, without a reload',
            'Once a dish is sold out, the menu stops offering it, and nobody has to reload the page',
          ),
        ],
      },
      {
        heading: 'Reservations',
        later: 'Booking a table',
        items: [
          item(
            'Regular guests reserve a table up to thirty days ahead',
            'Regular guests reserve a table up to sixty days ahead',
            'A table may be reserved by regulars as early as thirty days before the visit',
          ),
          item(
            'A reservation is released fifteen minutes after its time when nobody came',
            'A reservation is released twenty minutes after its time when nobody came',
            'When the guests did not come, their reservation lapses after fifteen minutes and the table is free',
          ),
          item(
            'The host moves reservations between tables by dragging them',
            'The host can move reservations between tables by dragging them',
            'Dragging is how a host reassigns reservations to other tables on the floor plan',
          ),
          item(
            'Guests receive a reminder by text message three hours before',
            'Guests receive a reminder by text message two hours before',
            'Three hours ahead of the visit a text message reminds the guest of it',
          ),
        ],
      },
      {
        heading: 'Reports',
        later: 'Reporting for the owner',
        items: [
          item(
            'The owner exports daily turnover as a spreadsheet',
            'The owner can export daily turnover as a spreadsheet file',
            'A spreadsheet with the turnover of each day can be downloaded by whoever owns the restaurant',
          ),
          item(
            'Tips are listed for each employee and month',
            'Tips are listed for each employee and each month',
            'For every employee the tips of a month are shown as one list',
          ),
          item(
            'Unusual refunds are flagged for review by a manager',
            'Unusual refunds are flagged for a review by the manager',
            'A manager reviews every refund that the system flags as unusual',
          ),
          item(
            'Food waste is recorded with weight and reason',
            'Food waste is recorded with its weight and a reason',
            'Whoever throws food away records its weight and states why it became waste',
          ),
        ],
      },
    ],
    others: [
      'Suppliers upload their invoices through a portal',
      'Allergens appear next to the name of every ingredient',
      'Loyalty points expire two years after they were earned',
      'Music volume follows a schedule set for each room',
      'Couriers confirm a delivery with a photograph',
    ],
  },
  {
    language: 'Chinese',
    section: '功能需求',
    groups: [
      {
        heading: '账户',
        later: '账户与登录',
        items: [
          item(
            '用户可以使用手机号和验证码登录系统',
            '用户可以使用手机号加短信验证码登录系统',
            '支持通过短信验证码以手机号的方式完成登录',
          ),
          item(
            '连续五次输错密码后账户锁定三十分钟',
            '连续五次输错密码后账户锁定一小时',
            '密码若连续输错五次，该账户将被锁定，三十分钟后恢复',
          ),
          item(
            '管理员能够停用离职员工的账号',
            '管理员能够立即停用离职员工的账号',
            '员工离职后，其账号应能由管理员予以停用',
          ),
        ],
      },
      {
        heading: '报表',
        later: '报表与统计',
        items: [
          item(
            '销售报表可以按地区和月份筛选',
            '销售报表可以按地区、门店和月份筛选',
            '筛选销售数据的报表时支持选择月份以及地区',
          ),
          item(
            '报表支持导出为电子表格文件',
            '报表支持导出为电子表格或文本文件',
            '能把报表另存成电子表格，用于导出',
          ),
          item(
            '库存低于安全值时发送邮件提醒',
            '库存低于安全值时发送短信和邮件提醒',
            '一旦库存降到安全值以下，就用邮件提醒相关人员',
          ),
        ],
      },
      {
        heading: '配送',
        later: '物流配送',
        items: [
          item(
            '顾客能够实时查看骑手的位置',
            '顾客能够在地图上实时查看骑手的位置',
            '骑手当前的位置应当向顾客实时展示',
          ),
          item(
            '超过承诺时间送达时自动发放优惠券',
            '超过承诺时间送达时自动发放一张优惠券',
            '若晚于承诺时间才送达，系统会自动补偿优惠券',
          ),
          item('骑手拒单需要选择原因', '骑手拒单必须选择一个原因', '每次拒单时，要求骑手说明原因'),
        ],
      },
    ],
    others: [
      '会员积分每年年底清零',
      '客服可以录音并转写通话内容',
      '页面支持深色主题切换',
      '供应商上传营业执照等待审核',
      '系统日志保留一百八十天',
    ],
  },
  {
    language: 'Russian',
    section: 'Функциональные требования',
    groups: [
      {
        heading: 'Каталог',
        later: 'Каталог товаров',
        items: [
          item(
            'Покупатель фильтрует товары по цене и производителю',
            'Покупатель фильтрует товары по цене, цвету и производителю',
            'Фильтрация товаров по производителю, а также по цене доступна каждому покупателю',
          ),
          item(
            'Карточка товара показывает наличие на каждом складе',
            'Карточка товара показывает наличие на ближайшем складе',
            'На карточке видно, есть ли товар в наличии и на каком складе',
          ),
          item(
            'Поиск исправляет опечатки в названии бренда',
            'Поиск исправляет опечатки в названиях брендов',
            'Если в бренде сделана опечатка, поиск всё равно его исправляет и находит',
          ),
        ],
      },
      {
        heading: 'Оплата',
        later: 'Оплата и возврат',
        items: [
          item(
            'Заказ оплачивается картой или через систему быстрых платежей',
            'Заказ оплачивается банковской картой или через систему быстрых платежей',
            'Для оплаты заказа предлагаются карта и система быстрых платежей',
          ),
          item(
            'Возврат денег выполняется не позднее трёх дней',
            'Возврат денег выполняется не позднее пяти дней',
            'Деньги должны вернуться клиенту в течение трёх дней после возврата',
          ),
          item(
            'Бухгалтер выгружает реестр платежей за месяц',
            'Бухгалтер выгружает реестр платежей за квартал',
            'Ежемесячный реестр всех платежей доступен бухгалтеру для выгрузки',
          ),
        ],
      },
    ],
    others: [
      'Оператор видит историю переписки с клиентом',
      'Сотрудник склада печатает этикетки на принтере',
      'Курьер подтверждает вручение подписью получателя',
      'Рассылка новостей отправляется раз в неделю',
      'Тёмная тема включается вечером сама',
    ],
  },
  {
    language: 'Portuguese',
    section: 'Requisitos funcionais',
    groups: [
      {
        heading: 'Consultas',
        later: 'Agenda de consultas',
        items: [
          item(
            'O paciente marca uma consulta escolhendo médico e horário',
            'O paciente marca uma consulta escolhendo médico, sala e horário',
            'Para marcar sua consulta, cada paciente escolhe antes o horário e depois o médico',
          ),
          item(
            'A clínica cancela consultas com aviso de vinte e quatro horas',
            'A clínica cancela consultas com aviso de quarenta e oito horas',
            'Consultas podem ser canceladas pela clínica desde que o aviso chegue vinte e quatro horas antes',
          ),
          item(
            'O prontuário registra alergias e medicamentos em uso',
            'O prontuário registra alergias, cirurgias e medicamentos em uso',
            'Medicamentos em uso e alergias conhecidas ficam anotados no prontuário do paciente',
          ),
        ],
      },
      {
        heading: 'Pagamentos',
        later: 'Pagamentos e convênios',
        items: [
          item(
            'O convênio recebe a guia por meio eletrônico',
            'O convênio recebe cada guia por meio eletrônico',
            'Toda guia é enviada eletronicamente ao convênio',
          ),
          item(
            'Recibos são emitidos em PDF logo após o pagamento',
            'Recibos são emitidos em PDF no dia do pagamento',
            'Logo que o pagamento entra, emite-se um recibo no formato PDF',
          ),
          item(
            'A recepção parcela valores acima de quinhentos reais',
            'A recepção parcela valores acima de trezentos reais',
            'Acima de quinhentos reais o valor pode ser parcelado na recepção',
          ),
        ],
      },
    ],
    others: [
      'O laboratório anexa resultados de exames assinados',
      'A farmácia confere o lote de cada vacina',
      'Visitantes usam a rede sem fio por duas horas',
      'O estacionamento libera a cancela pela placa',
      'A equipe avalia a limpeza dos quartos',
    ],
  },
  {
    language: 'Korean',
    section: '기능 요구사항',
    groups: [
      {
        heading: '학습',
        later: '학습 관리',
        items: [
          item(
            '학생은 강의 영상을 두 배 속도로 재생할 수 있다',
            '학생은 강의 영상을 세 배 속도로 재생할 수 있다',
            '강의 영상의 재생 속도를 학생이 두 배까지 올릴 수 있어야 한다',
          ),
          item(
            '교사는 과제 제출 기한을 개별로 연장할 수 있다',
            '교사는 과제 제출 기한을 학생별로 연장할 수 있다',
            '과제의 기한이 지나기 전에 교사가 학생마다 따로 연장해 준다',
          ),
          item(
            '시험 결과는 채점 후 즉시 공개된다',
            '시험 결과는 채점이 끝나면 즉시 공개된다',
            '채점이 끝나는 대로 시험의 결과를 바로 공개한다',
          ),
        ],
      },
      {
        heading: '알림',
        later: '알림과 메시지',
        items: [
          item(
            '보호자는 결석 알림을 문자로 받는다',
            '보호자는 결석 알림을 문자나 메일로 받는다',
            '학생이 결석하면 그 알림이 보호자에게 문자로 전해진다',
          ),
          item(
            '공지사항은 읽음 여부를 표시한다',
            '공지사항은 읽음 여부를 함께 표시한다',
            '각 공지사항에 누가 읽었는지 그 여부가 표시되어야 한다',
          ),
          item(
            '메시지는 삼 년 동안 보관된다',
            '메시지는 오 년 동안 보관된다',
            '삼 년이 지나기 전까지 모든 메시지를 보관한다',
          ),
        ],
      },
    ],
    others: [
      '관리자는 서버 상태를 그래프로 본다',
      '도서관 좌석을 미리 예약한다',
      '급식 식단표를 주마다 올린다',
      '통학 버스 위치가 지도에 나타난다',
      '졸업 증명서를 온라인으로 발급한다',
    ],
  },
];
