/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-editor.h"
#include "dites-store-reads.h"

G_BEGIN_DECLS

/* Private to the editor: what it is made of, shared by its reading and its writing. */
struct _DitesEditor
{
  GObject parent_instance;

  DitesStore      *store;
  const DitesKind *kind;
  char            *id;

  DitesDocument *base;     /* (nullable): as it is stored */
  DitesDocument *draft;    /* (nullable): what a new one begins with */
  DitesDocument *document; /* (nullable): the base and what was set */
  DitesSnapshot *snapshot; /* (nullable): its titles and clashes */
  char          *title;
  char          *subtitle;
  GPtrArray     *problems; /* of DitesProblem */
  GHashTable    *expected; /* titles of what was picked, by id, until the snapshot has them */

  GQueue            edits;       /* of DitesEdit: not written yet */
  gboolean          held;        /* a value is being typed */
  const DitesField *unsettled;   /* (nullable): another value of it goes on with the latest */
  DitesChangeSet   *written;     /* (nullable): the latest that was written */
  gboolean          written_new; /* it made the document */
  gboolean          writing;
  GError           *failure; /* (nullable): why they are not */
  guint             retry_id;
  GQueue            waiting; /* of GTask: wait until all is written */
  gboolean          missing;
  guint             reads; /* the number of the latest question to the store */
  GCancellable     *cancellable;
};

/* What is written at once: fields and what they shall be, and a document that comes with them. */
typedef struct
{
  GArray        *values;  /* of DitesEditorValue, whose text is ours */
  DitesDocument *added;   /* (nullable) */
  gboolean       goes_on; /* it replaces what was set before it */
} DitesEdit;

void           dites_edit_value_clear (gpointer value);
void           dites_edit_free (gpointer edit);
DitesDocument *dites_edit_apply (const DitesEdit *edit,
                                 DitesDocument   *document);

void dites_editor_derive (DitesEditor *self);
void dites_editor_notify_saving (DitesEditor *self);
void dites_editor_fail (DitesEditor  *self,
                        const GError *error);
void dites_editor_look (DitesEditor *self);
void dites_editor_read (DitesEditor *self);
void dites_editor_write (DitesEditor *self);
void dites_editor_answer_waiting (DitesEditor *self);

G_END_DECLS
