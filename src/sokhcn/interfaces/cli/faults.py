"""What goes wrong with what people give, each with a sentence of its own; loaded when something did."""

from sokhcn.compiler.wording import BadWording
from sokhcn.document.letters import Unreadable
from sokhcn.formats.docx.opening import NotADocx
from sokhcn.formats.pdf.render import PrintingError
from sokhcn.formats.pdf.signatures.keys import BadKey
from sokhcn.formats.pdf.signatures.making import NotSigned
from sokhcn.formats.pdf.signatures.stamps import BadPicture
from sokhcn.interfaces.cli.here import Unready
from sokhcn.interfaces.cli.outlines import BadDay
from sokhcn.interfaces.cli.registers import BadMeaning, NotTaken
from sokhcn.interfaces.cli.shelling import NotOpened
from sokhcn.kernel.grid import UnreadableSheet
from sokhcn.kernel.periods import BadPeriod
from sokhcn.records.backup.archive import BadArchive
from sokhcn.records.backup.making import AlreadyThere
from sokhcn.records.backup.restoring import NotEmpty
from sokhcn.records.backup.sqlite import InUse
from sokhcn.records.closed import OnlyRead
from sokhcn.records.locks import Locked
from sokhcn.records.stepping import NotPossible
from sokhcn.records.trigrams import NoTrigrams
from sokhcn.records.turns import Busy
from sokhcn.reports.accepting import NotAccepted
from sokhcn.reports.catalogue import Unknown
from sokhcn.reports.checking import NothingToWaive
from sokhcn.reports.closing.answering import CannotAnswer
from sokhcn.reports.closing.closed import CannotClose
from sokhcn.reports.closing.taking import CannotTake
from sokhcn.reports.compiling import NotAsShown
from sokhcn.reports.composing import CannotCompile
from sokhcn.reports.demo import CannotDemonstrate
from sokhcn.reports.drafting import BadDraft
from sokhcn.reports.drifting.answering import NoDrift
from sokhcn.reports.exploring.choosing import TooMuch
from sokhcn.reports.exploring.shares import Untold
from sokhcn.reports.exporting import NoEdition, UnknownForm
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.numbers.books import NoBook
from sokhcn.reports.numbers.finding import NoPaper
from sokhcn.reports.outlining import NoOutline
from sokhcn.reports.preparing import CannotPrepare
from sokhcn.reports.recompiling import CannotRecompile
from sokhcn.reports.refusals import Forbidden
from sokhcn.reports.saving import StillUsed
from sokhcn.reports.sections.chapters import NoChapter
from sokhcn.reports.sections.refusing import NotDone
from sokhcn.reports.signing.keeping import NotKept
from sokhcn.reports.signing.trust import NotTrusted
from sokhcn.reports.standing import Taken

ASKED = (BadPeriod, Unknown, Untold, TooMuch, NoEdition, UnknownForm, NoOutline, Unready, Forbidden)
DONE = (CannotCompile, BadWording, CannotDemonstrate, CannotPrepare, PrintingError, NotADocx)
BROUGHT = (UnreadableSheet, NotTaken, BadMeaning)
KEPT = (NotMoved, OnlyRead, NotOpened, AlreadyThere, BadArchive, NotEmpty, InUse, Locked)
READ = (Unreadable, NothingToWaive, NotAccepted, CannotRecompile)
EDITED = (BadDraft, BadDay, StillUsed, NotPossible, NotAsShown, NoChapter, NotDone)
SIGNED = (BadKey, BadPicture, NotSigned, NotKept, NotTrusted)
NUMBERED = (NoBook, NoPaper, NoDrift)
CLOSED = (CannotClose, CannotAnswer, CannotTake)
FAULTS: tuple[type[Exception], ...] = (
    *ASKED,
    *DONE,
    *BROUGHT,
    *KEPT,
    *READ,
    *EDITED,
    *NUMBERED,
    *SIGNED,
    *CLOSED,
    Busy,
    Taken,
    NoTrigrams,
)
