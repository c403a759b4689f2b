/** Function words of the languages requirements are written in most, space separated. */
const functionWords = `
about above after again against all also although always among and another any anyone anything are around because
been before being below between both but can cannot could did does doing done down during each either else enough
etc even ever every everyone everything few first for from further get gets getting give given gives goes going got
had has have having her here hers him his how however into its itself just keep keeps last least less let lets like
likely made make makes making many may maybe might more most much must near need needed needs neither never next
none nor not nothing now off often once one ones only onto other others our out over own per perhaps please put
rather same see seen shall she should show shown since some someone something soon still such take taken takes than
that the their them then there these they thing things this those three through thus too toward two under unless
until upon use used uses using very via was way ways well were what when where whether which while who whole whom
whose why will with within without would yes yet you your
aber alle als auch auf aus bei bis dann das dass dem den der des die durch ein eine einem einen einer eines für
haben hat ist kann kein keine mit muss nach nicht noch nur oder ohne sein sich sie sind soll und vom von vor werden
wird wenn wie wir zum zur über
aux avec ces cette dans des donc doit elle elles est être fait les leur leurs mais même nous ont par pas peut plus
pour que qui sans ses sont sur tous tout toute une vous
como con cual cuando debe del desde donde ella ellos entre esta estas este estos está ser han hasta las los más
muy nos para pero por puede que quien según sin sobre son sus también tiene todo todos una unos uno
ação aos até com das dele dos ela ele eles essa esse isso mais mas meu não nas nos num pela pelo pode porque quando
quem sem ser seu sua são também tem têm uma você deve
для как или что это все его она они при без над под так где когда если может должен должна быть был была
`;

/** Numbers, times and amounts: every document has some, and they are never what it is about. */
const measureWords = `
second seconds minute minutes hour hours day days daily week weeks weekly month months monthly year years yearly night
one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million half third
quarter tenth percent average median share times today tomorrow yesterday
sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate jahr jahre jahren zwei drei vier
fünf sechs sieben acht neun zehn elf zwölf hundert tausend prozent hälfte viertel
seconde secondes heure heures jour jours semaine semaines mois année années deux trois quatre cinq sept huit neuf dix
segundo segundos minuto minutos hora horas día días semana semanas mes meses año años dos tres cuatro cinco seis siete
ocho nueve diez menos media cada dia dias mês ano anos dois duas três quatro sete oito nove dez metade menos
секунд секунды минут минуты час часа часов день дня дней неделя недели недель месяц месяца год года лет два две три
четыре пять шесть семь восемь девять десять половина треть процент процентов раз
小时 分钟 一天 每天 每周 每月 每年 个月 可以 需要 用户 使用 时间 要求 进行 能够 以及 必须 应该
時間 毎日 毎週 毎月 一年 必要 使用 可能 場合
시간 매일 필요 사용 가능 경우 해야 한다 하는 에서 으로 합니 니다
`;

/** Words that every requirements document, research note and spec has, whatever it is about. */
const genreWords = `
acceptance action actions add added adding additional analysis application approach available based behavior behaviour business
capabilities capability case cases change changes chapter code content contains context create created criteria criterion current currently data
default description design details document documentation documents example examples existing expected feature
features file files find finding findings follow following format function functional functionality general goal goals
high implement implementation implemented important include included includes including information input interface issue
issues item items level json line list low main manage management medium metric name names new note notes number open option operation operations options order
output overview page part point points possible priority problem product project provide provided provides purpose
question questions recommendation reference references related require required requirement requirements requires
research result results return returns role row rows rule rules run scope section sections set shall solution source
spec specification start state status step steps src stories story subject submit success summary support supported supports
system systems table tables task tasks team technical template test tests text time title today todo tool tools type
types update updated user users value values version view want wants week work works write written prd
`;

/** Words that don't tell one document from another. */
export const stopWords: ReadonlySet<string> = new Set(
  `${functionWords} ${genreWords} ${measureWords}`.split(/\s+/).filter(Boolean),
);
