/**
 * English words that stand beside a name and tell how it is used. The lists are short on purpose: what is not in them is
 * taken for the doubtful thing, so that they can be wrong only by asking too often.
 */

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

/** They begin sentences with a capital, and belong to no name. */
const FUNCTION_WORDS = wordsIn(`
a about above according across after again against all almost along already also although always am amid among an and any are
around as at away back be because been before behind being below beneath beside besides between beyond both but by can
cannot could despite did do does done down during each either else even ever every except few first for former from further
had has have he hence her here hers him his how however i if in including indeed inside instead into is it its itself just
last later least less like made many may maybe me meanwhile might more moreover most much must my nearly neither never
nevertheless no nobody none nor not nothing now of off often on once one only onto or other others otherwise our out outside
over own perhaps quite rather same second several shall she should since so some soon still such than that the their them
then there therefore these they this those though three through throughout thus to today together tomorrow tonight too
toward towards two under unless unlike until up upon us very via was we well were what whatever when whenever where whereas
whether which while who whom whose why will with within without would yes yesterday yet you your`)

/** “the” and “The”; “US” is somebody’s name. */
export const isFunctionWord = (word: string): boolean =>
  FUNCTION_WORDS.has(word.toLowerCase()) && !/^\p{Lu}{2}/u.test(word)

export const DAYS = wordsIn(`
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december`)

/** What somebody does who is named before it; those in -ed need not be here. */
export const VERBS = wordsIn(`
accepts accept accuses accuse acts act adds add admits admit agrees agree aims aim allows allow announces announce argues argue
asks ask backs becomes become became began begins begin believes believe blames blame bought breaks broke brings brought
builds built calls came caught comes come commits commit condemns condemn considers consider continues continue
cut decides decide declares declare declines decline defends defend denies deny describes describe drew drove
ends expects expect faces face fails fail fears feels felt fell finds find fought found gave gets get gives give goes got
grew grow has have hears heard held hit holds hold hopes hope insists insist intends intend invites invite joins join
keeps keep kept knew knows know laid lays lead leads leaves left led let lies loses lose lost makes make
maintains maintain means meant meets meet met moves needs need offers owes paid pays pay plans pledges pledge
prepares prepare promises promise proposes propose puts put quit ran receives receive refuses refuse rejects reject remains
remain repeats repeat replies reply responds respond rose runs said sat saw says say seeks seek seems seem sees see
sells sell sends send sent sets set shows showed signs sign sold sought speaks speak spent spoke stands stand stood
struck suffers suffer supports support swore takes take taught tells tell thinks think thought threatens threaten threw
told took tries try understands understood urges urge vows wants want warns warn went withdraws withdraw withdrew
won wrote`)

/** Ranks and forms of address that are cut short: a full stop behind them ends no sentence. */
export const SHORT_TITLES = wordsIn(
  'adm amb brig capt col cpl dr fr gen gov hon lt maj messrs mr mrs ms mt pres prof rep rev sec sen sgt sir st ste',
)

/** “All of …”: what belongs to no name though a sentence begins with it. */
export const QUANTITIES = wordsIn(
  'all both each either few half many more most much neither none one part parts several some three two',
)

/** “the government of …”: the whole is the name. */
export const HEADS = wordsIn(`
ambassador army bishop cabinet chair chairman chancellor chief citizens court director envoy foundation government governor
head king kingdom leader leaders mayor minister ministry navy parliament people population premier president prime
queen representative representatives republic secretary spokesman spokesperson spokeswoman state union university`)

/** “the coast of …” is a place, and so is what it is the coast of. */
export const PLACE_PARTS = wordsIn(`
airspace areas area border borders capital centre center city coast districts east heart interior island islands map mountains
north northeast northwest outskirts parts port ports province provinces region regions rest shores side soil south southeast
southwest streets territory town towns village villages waters west`)
