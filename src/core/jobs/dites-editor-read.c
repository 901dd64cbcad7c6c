/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-editor-private.h"

/* What the editor asks the store: the document itself, and what it refers to is called. */

/* A question to the store, whose answer counts if no later one was asked. */
typedef struct
{
  DitesEditor *self;
  guint        number;
} Question;

static Question *
question_new (DitesEditor *self)
{
  Question *question = g_new0 (Question, 1);

  question->self = g_object_ref (self);
  question->number = ++self->reads;

  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->self);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
looked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  DitesEditor *self = question->self;
  g_autoptr (DitesSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  snapshot = dites_store_look_finish (DITES_STORE (object), result, &error);
  if (snapshot == NULL)
    {
      g_debug ("Cannot look at “%s”: %s", self->id, error->message);
      return;
    }
  if (question->number != self->reads)
    return;

  g_clear_pointer (&self->snapshot, dites_snapshot_unref);
  self->snapshot = g_steal_pointer (&snapshot);
  dites_editor_derive (self);
}

/* Has the store say what the document refers to is called. */
void
dites_editor_look (DitesEditor *self)
{
  dites_store_look_async (self->store, self->document, self->cancellable, looked_cb, question_new (self));
}

static void
got_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  DitesEditor *self = question->self;
  g_autoptr (DitesSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  snapshot = dites_store_get_finish (DITES_STORE (object), result, &error);
  if (snapshot == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        dites_editor_fail (self, error);
      return;
    }
  if (question->number != self->reads)
    return;

  /* While a value is being written, what it was made of stays its base. */
  if (!self->writing)
    g_set_object (&self->base, snapshot->document);
  self->missing = snapshot->document == NULL && self->draft == NULL;
  g_clear_pointer (&self->snapshot, dites_snapshot_unref);
  self->snapshot = g_steal_pointer (&snapshot);
  dites_editor_derive (self);
  if (self->edits.length > 0 && self->document != NULL)
    {
      dites_editor_look (self);
      dites_editor_write (self);
    }
}

void
dites_editor_read (DitesEditor *self)
{
  dites_store_get_async (self->store, self->id, self->cancellable, got_cb, question_new (self));
}
