from PySide6.QtWidgets import QApplication
from tests.ui.workstation.test_keys import *
import traceback
def test_a(seat):
    free(seat)
    seat.call_by_hand()
    app=QApplication.instance()
    app.focusWindowChanged.connect(lambda w: (print("FW", w), traceback.print_stack(limit=12)))
    seat.take_call(keyed_id=MAN)
    print([ (type(w).__name__, w.isVisible()) for w in app.topLevelWidgets()])
