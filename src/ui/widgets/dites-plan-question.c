/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-question.h"

#include <glib/gi18n.h>

#include "dites-decoration.h"
#include "dites-plan-text.h"

/**
 * DitesPlanQuestion:
 *
 * Whom a row may be about: what it says itself and the candidates side by side, or
 * one below the other where there is no room, each with a button. An answer can
 * be taken back.
 */
struct _DitesPlanQuestion
{
  AdwBin parent_instance;

  DitesPlanRow *row;
  GPtrArray    *answers; /* of GtkToggleButton */
  GPtrArray    *ids;     /* of char *: what each of them decides */
  GtkWidget    *later;
  gboolean      showing; /* what is pressed is not pressed by a person */
};

G_DEFINE_FINAL_TYPE (DitesPlanQuestion, dites_plan_question, ADW_TYPE_BIN)

static void
show_decision (DitesPlanQuestion *self)
{
  const char *decision = dites_plan_row_get_decision (self->row);

  self->showing = TRUE;
  for (guint i = 0; i < self->answers->len; i++)
    {
      gboolean chosen = g_strcmp0 (self->ids->pdata[i], decision) == 0;

      gtk_toggle_button_set_active (self->answers->pdata[i], chosen);
      gtk_widget_set_visible (gtk_widget_get_first_child (gtk_button_get_child (self->answers->pdata[i])), chosen);
    }
  gtk_widget_set_visible (self->later, decision != NULL);
  self->showing = FALSE;
}

static void
answer_cb (DitesPlanQuestion *self,
           GtkToggleButton   *answer)
{
  guint i;

  if (self->showing || !gtk_toggle_button_get_active (answer) || !g_ptr_array_find (self->answers, answer, &i))
    return;

  dites_plan_row_decide (self->row, self->ids->pdata[i]);
  show_decision (self);
}

static void
later_cb (DitesPlanQuestion *self)
{
  gtk_widget_grab_focus (self->answers->pdata[0]);
  dites_plan_row_decide (self->row, NULL);
  show_decision (self);
}

static GtkWidget *
new_label (const char *text,
           const char *style,
           gboolean    markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (markup)
    gtk_label_set_markup (GTK_LABEL (label), text);
  else
    gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
new_prompt (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

/* A word, and before it the mark of the one that was chosen. */
static GtkWidget *
new_answer (const char *answer)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (answer);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), dites_decoration_new ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* A card: where it is from, whom it is about, what is said of them, and the answer. */
static void
add_card (DitesPlanQuestion *self,
          AdwWrapBox        *box,
          const char        *source,
          const char        *title,
          const char        *markup,
          const char        *answer,
          const char        *id)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = new_answer (answer);
  GtkWidget *from = new_label (source, "caption-heading", FALSE);
  GtkWidget *text = new_label (markup, "caption", TRUE);
  /* Translators: what a button answers, and about whom: “The Same Person: Camille FICTIF”. */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), answer, title);

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_box_append (GTK_BOX (card), from);
  gtk_box_append (GTK_BOX (card), new_label (title, "heading", FALSE));
  gtk_box_append (GTK_BOX (card), text);
  gtk_widget_set_vexpand (text, TRUE);
  gtk_widget_set_valign (text, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, from, text, NULL, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (answer_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (card), button);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "plan-card");

  if (self->answers->len > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->answers->pdata[0]);
  g_ptr_array_add (self->answers, button);
  g_ptr_array_add (self->ids, g_strdup (id));
  adw_wrap_box_append (box, card);
}

static void
dites_plan_question_dispose (GObject *object)
{
  DitesPlanQuestion *self = DITES_PLAN_QUESTION (object);

  g_clear_object (&self->row);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_ptr_array_unref);

  G_OBJECT_CLASS (dites_plan_question_parent_class)->dispose (object);
}

static void
dites_plan_question_class_init (DitesPlanQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dites_plan_question_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dites_plan_question_init (DitesPlanQuestion *self)
{
  self->answers = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
}

/**
 * dites_plan_question_new:
 * @import: an import
 * @row: a row of its plan about which there is a question
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
dites_plan_question_new (DitesImport  *import,
                         DitesPlanRow *row)
{
  DitesPlanQuestion *self = g_object_new (DITES_TYPE_PLAN_QUESTION, NULL);
  const DitesKind   *kind = dites_list_mapping_get_kind (dites_import_get_mapping (import));
  gboolean           person = g_str_equal (kind->name, "intern");
  g_autoptr (GPtrArray) candidates = dites_plan_row_get_candidates (row);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget       *cards = adw_wrap_box_new ();
  g_autofree char *title = dites_plan_row_dup_title (row);
  g_autofree char *own = dites_plan_text_dup_own (row, import);
  g_autofree char *source = g_strdup_printf (_("In the List, Line %u"), dites_plan_row_get_line (row));
  const char      *prompt = person ? _("Perhaps this person is known already. Who is it?") : _("Perhaps this is known already. Which is it?");

  self->row = g_object_ref (row);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (cards), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (cards), 12);
  gtk_box_append (GTK_BOX (box), new_prompt (prompt));
  gtk_box_append (GTK_BOX (box), cards);

  add_card (self, ADW_WRAP_BOX (cards), source, title, own,
            person ? _("Somebody New") : _("A New One"), DITES_PLAN_NEW);
  for (guint i = 0; i < candidates->len; i++)
    {
      DitesDocument   *candidate = candidates->pdata[i];
      g_autofree char *name = dites_kind_title (kind, candidate, dites_import_title_of, import);
      g_autofree char *markup = dites_plan_text_dup_candidate (row, candidate, import);

      add_card (self, ADW_WRAP_BOX (cards), _("Known Already"), name, markup, person ? _("The Same Person") : _("The Same"), dites_document_get_id (candidate));
    }

  self->later = gtk_button_new_with_label (_("Decide Later"));
  gtk_widget_set_halign (self->later, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->later, "flat");
  g_signal_connect_object (self->later, "clicked", G_CALLBACK (later_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->later);

  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, prompt, -1);
  g_signal_connect_object (row, "notify::state", G_CALLBACK (show_decision), self, G_CONNECT_SWAPPED);
  show_decision (self);

  return GTK_WIDGET (self);
}
