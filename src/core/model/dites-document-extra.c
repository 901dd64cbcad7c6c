/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-document.h"

/**
 * dites_document_foreach_extra:
 * @self: a document
 * @func: (scope call): told of each column
 * @user_data: for @func
 *
 * Tells what lists said of a document under headers that no field has, in the order
 * in which it is kept. What another program wrote there and is no text is told as JSON.
 */
void
dites_document_foreach_extra (DitesDocument *self,
                              DitesExtraFunc func,
                              gpointer       user_data)
{
  DitesJson     extra, name, cell;
  DitesJsonIter iter;

  if (!dites_document_get (self, DITES_EXTRA, &extra) || dites_json_get_type (extra) != DITES_JSON_OBJECT)
    return;

  dites_json_iter_init (&iter, extra);
  while (dites_json_iter_next (&iter, &name, &cell))
    {
      g_autofree char *header = dites_json_dup_string (name);
      g_autofree char *text = dites_json_get_type (cell) == DITES_JSON_STRING ? dites_json_dup_string (cell)
                                                                              : g_strndup (cell.text, cell.length);

      if (header != NULL && text != NULL)
        func (header, text, user_data);
    }
}
