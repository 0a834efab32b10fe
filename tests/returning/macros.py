"""Edits in LibreOffice Basic, as a person makes them with mouse and keyboard."""

HANDS = """
Function Seek(doc, words)
  search = doc.createSearchDescriptor()
  search.SearchString = words
  search.SearchCaseSensitive = True
  Seek = doc.findFirst(search)
End Function
Sub Reword(doc, before, after)
  found = Seek(doc, before)
  found.setString(after)
End Sub
Sub Sign(name)
  provider = createUnoService("com.sun.star.configuration.ConfigurationProvider")
  Dim node(0) As New com.sun.star.beans.PropertyValue
  node(0).Name = "nodepath"
  node(0).Value = "/org.openoffice.UserProfile/Data"
  data = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", node())
  data.setPropertyValue("givenname", name)
  data.commitChanges()
End Sub
Sub Carry(doc, words, before)
  found = Seek(doc, words)
  doc.CurrentController.select(found)
  held = doc.CurrentController.getTransferable()
  found.setString("")
  goal = Seek(doc, before)
  doc.CurrentController.select(goal.Start)
  doc.CurrentController.insertTransferable(held)
End Sub
Sub Break(doc, before)
  found = Seek(doc, before)
  found.Text.insertControlCharacter(found.Start, 0, False)
End Sub
Sub Add(doc, before, words)
  found = Seek(doc, before)
  at = found.Text.createTextCursorByRange(found.Start)
  at.gotoStartOfParagraph(False)
  found.Text.insertString(at, words, False)
  found.Text.insertControlCharacter(at, 0, False)
End Sub
"""
